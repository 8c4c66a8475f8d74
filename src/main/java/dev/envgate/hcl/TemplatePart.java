package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** A part of a template. Strip markers and the dedent of {@code <<-} have already been applied to the text. */
public sealed interface TemplatePart {
    Span span();

    /**
     * Text that stands for itself.
     *
     * @param text what it means, escapes resolved
     * @param span where it is written; when {@code text} is as long as the span, each character stands at its own place (a piece with
     *     an escape, or a line that lost its indentation, is a part of its own, so that places inside JSON text stay exact)
     */
    record Text(String text, Span span) implements TemplatePart {
        /** Not what it says: it may be a secret. */
        @Override
        public String toString() {
            return "text at " + span;
        }
    }

    /** <code>${expression}</code>. */
    record Interpolation(Expression expression, Span span) implements TemplatePart {}

    /** <code>%{ if }</code>; an absent else arm is empty. */
    record If(Expression condition, List<TemplatePart> whenTrue, List<TemplatePart> whenFalse, Span span)
            implements TemplatePart {
        public If {
            whenTrue = List.copyOf(whenTrue);
            whenFalse = List.copyOf(whenFalse);
        }
    }

    /** <code>%{ for }</code>. */
    record For(Optional<String> key, String value, Expression collection, List<TemplatePart> body, Span span)
            implements TemplatePart {
        public For {
            body = List.copyOf(body);
        }
    }
}
