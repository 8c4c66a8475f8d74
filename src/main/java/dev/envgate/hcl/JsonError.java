package dev.envgate.hcl;

import dev.envgate.text.Span;

/** Leaves a JSON text that cannot be read. */
final class JsonError extends RuntimeException {
    private final Cause.Kind kind;
    private final String reason;
    private final transient Span place;

    JsonError(Cause.Kind kind, String reason, Span place) {
        super(null, null, false, false);
        this.kind = kind;
        this.reason = reason;
        this.place = place;
    }

    Cause.Kind kind() {
        return kind;
    }

    /** Half a sentence. */
    String reason() {
        return reason;
    }

    Span place() {
        return place;
    }
}
