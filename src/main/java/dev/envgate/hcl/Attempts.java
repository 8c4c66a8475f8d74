package dev.envgate.hcl;

import dev.envgate.hcl.Value.Bool;
import dev.envgate.hcl.Value.Unknown;
import java.util.List;

/** {@code try} and {@code can}: what fails in their arguments is not reported, but decides. */
final class Attempts {
    private final Evaluator evaluator;

    Attempts(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value first(Expression.Call call, Scope scope, Site site) {
        return call.arguments().isEmpty()
                ? site.failed("`try` takes at least one argument")
                : from(call.arguments(), scope, site);
    }

    private Value from(List<Expression> arguments, Scope scope, Site site) {
        if (arguments.isEmpty()) {
            return site.failed("none of the arguments of `try` succeeds");
        }
        Notes.Mark mark = evaluator.notes().mark();
        Value value = evaluator.evaluate(arguments.getFirst(), scope);
        boolean failed = evaluator.notes().failedSince(mark);
        if (failed || Extent.of(value).failed()) {
            evaluator.notes().takeBack(mark);
            return from(arguments.subList(1, arguments.size()), scope, site);
        }
        return recovered(value, arguments.subList(1, arguments.size()), scope, site);
    }

    // A case that fails is answered by the arguments that follow.
    private Value recovered(Value value, List<Expression> others, Scope scope, Site site) {
        return Cases.top(value, site, each -> Calls.failed(each) ? from(others, scope, site) : each);
    }

    Value can(Expression.Call call, Scope scope, Site site) {
        if (call.arguments().size() != 1) {
            return site.failed("`can` takes one argument");
        }
        Notes.Mark mark = evaluator.notes().mark();
        Value value = evaluator.evaluate(call.arguments().getFirst(), scope);
        boolean failed = evaluator.notes().failedSince(mark);
        evaluator.notes().takeBack(mark);
        return failed || Extent.of(value).failed() ? new Bool(false, site.origin()) : answer(value, site);
    }

    private static Value answer(Value value, Site site) {
        return Cases.top(value, site, each -> switch (each) {
            case Unknown unknown ->
                Calls.failed(unknown) ? new Bool(false, site.origin()) : site.derived(Types.BOOL, unknown);
            case Value ignored -> new Bool(true, site.origin());
        });
    }
}
