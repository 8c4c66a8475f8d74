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

    // A case that fails is answered by the arguments that follow, and what may still fail is one of two.
    private Value recovered(Value value, List<Expression> others, Scope scope, Site site) {
        if (Extent.of(value).conditional() && Causes.all(value).anyMatch(cause -> cause.kind() == Cause.Kind.FAILED)) {
            return Cases.deep(List.of(value), site, settled -> settled(settled.getFirst(), others, scope, site));
        }
        return settled(value, others, scope, site);
    }

    private Value settled(Value value, List<Expression> others, Scope scope, Site site) {
        return Cases.top(value, site, each -> {
            if (Extent.of(each).failed()) {
                return from(others, scope, site);
            }
            if (others.isEmpty()) {
                return each;
            }
            if (each instanceof Unknown unknown) {
                return perhaps(unknown, site);
            }
            return Doubt.mayFail(each)
                    ? Cases.choice(succeeds(each, site), each, site.aside(() -> from(others, scope, site)), site)
                    : each;
        });
    }

    // It can still be followed, but it is not the same as without `try`.
    private static Unknown perhaps(Unknown unknown, Site site) {
        return new Unknown(
                unknown.symbol().inRound("try " + site.text()), Types.ANY, unknown.cause(), unknown.origin());
    }

    private static Value.Condition succeeds(Value value, Site site) {
        Cause cause = Causes.first(List.of(value), site.span());
        return new Value.Condition("can(" + Symbols.show(value) + ")", "can " + Fingerprint.of(value), cause);
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
            case Value other -> Doubt.mayFail(other) ? site.derived(Types.BOOL, other) : new Bool(true, site.origin());
        });
    }
}
