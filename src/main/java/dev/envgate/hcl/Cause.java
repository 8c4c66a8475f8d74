package dev.envgate.hcl;

import dev.envgate.text.Span;

/**
 * Why a value is not known.
 *
 * @param kind what sort of reason it is
 * @param reason half a sentence that can follow "not known:", names in back-ticks, no values: "depends on `var.extra_env`, which has
 *     no default"
 * @param place where the cause is written: the variable's block, the resource, the call
 */
public record Cause(Kind kind, String reason, Span place) {
    /** The sorts of reason. */
    public enum Kind {
        /** An input without a default that nobody gave. */
        NOT_GIVEN,
        /** Known only after apply: an attribute of a resource or data source. */
        COMPUTED,
        /** Not on disk, or outside the directories that may be read: a module, a file. */
        NOT_READ,
        /** Unknown by nature: {@code timestamp()}, {@code uuid()}. */
        BY_NATURE,
        /** Something that envgate does not evaluate. */
        UNSUPPORTED,
        /** Past a bound on depth, size or time. */
        BOUND,
        /** Terraform would refuse it: the wrong type, a missing attribute, a cycle. {@code try} and {@code can} see this one. */
        FAILED
    }
}
