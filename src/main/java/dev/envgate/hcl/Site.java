package dev.envgate.hcl;

import dev.envgate.hcl.Value.Unknown;
import dev.envgate.text.Span;
import java.util.List;
import java.util.function.Supplier;

/** The expression that is being evaluated: what a value that comes of it says about where it was born, or why it is not known. */
final class Site {
    private final Expression expression;
    private final Scope scope;
    private final Notes notes;

    Site(Expression expression, Scope scope, Notes notes) {
        this.expression = expression;
        this.scope = scope;
        this.notes = notes;
    }

    Span span() {
        return expression.span();
    }

    Origin origin() {
        return Origin.at(span());
    }

    /** An origin here, marked when one of the values is. */
    Origin origin(List<? extends Value> from) {
        boolean sensitive = from.stream().anyMatch(each -> Extent.of(each).sensitive());
        return sensitive ? origin().asSensitive() : origin();
    }

    /** As it is written, on one line. */
    String text() {
        return span().text().strip().replaceAll("\\s+", " ");
    }

    Symbol symbol() {
        return new Symbol(scope.module(), "", text(), Rounds.of(expression, scope));
    }

    /** Terraform would refuse it. */
    Unknown failed(String reason) {
        Unknown unknown = failedPerhaps(reason);
        notes.add(unknown.cause());
        return unknown;
    }

    /** Terraform would refuse it if it came to that, which depends on a condition. */
    Unknown failedPerhaps(String reason) {
        return because(new Cause(Cause.Kind.FAILED, reason, span()));
    }

    /** Terraform would refuse it, in any case or if it came to that. */
    Unknown failedIf(boolean certain, String reason) {
        return certain ? failed(reason) : failedPerhaps(reason);
    }

    /** Terraform would refuse it, for a reason that was found elsewhere. */
    Unknown failed(Cause cause) {
        notes.add(cause);
        return because(cause);
    }

    Unknown unsupported(String reason) {
        Cause cause = new Cause(Cause.Kind.UNSUPPORTED, reason, span());
        notes.add(cause);
        return because(cause);
    }

    Unknown bound(String reason) {
        return because(new Cause(Cause.Kind.BOUND, reason, span()));
    }

    Unknown because(Cause cause) {
        return unknown(new Type.Any(), cause, List.of());
    }

    /** Not known, because something that it is made of is not. */
    Unknown derived(Type type, List<? extends Value> from) {
        return unknown(type, Causes.first(from, span()), from);
    }

    Unknown derived(Type type, Value... from) {
        return derived(type, List.of(from));
    }

    private Unknown unknown(Type type, Cause cause, List<? extends Value> from) {
        return new Unknown(symbol(), type, cause, origin(from));
    }

    /** Does something that Terraform would perhaps not come to: what fails in it is not noted. */
    <T> T aside(Supplier<T> work) {
        Notes.Mark mark = notes.mark();
        T result = work.get();
        notes.takeBack(mark);
        return result;
    }

    /** The value converted, with a note when that cannot be done. */
    Value converted(Value value, Type type) {
        Value converted = Conversion.convert(value, type);
        if (Extent.of(converted).failed() && !Extent.of(value).failed()) {
            Causes.failure(converted).ifPresent(notes::add);
        }
        return converted;
    }

    /** What stands for a condition whose value is not known; the variable of a loop would mean nothing outside of it. */
    Value.Condition condition(Unknown value) {
        boolean inLoop = scope instanceof LocalNames && Symbols.plain(value.symbol());
        String text = inLoop ? value.symbol().text() : text();
        return new Value.Condition(text, value.symbol().identity(), value.cause());
    }
}
