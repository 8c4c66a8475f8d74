package dev.envgate.config;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;

/**
 * One value of the configuration, with its place.
 *
 * @param text as written; empty when it is not there
 */
public record Setting(String text, Span span) {
    /** Not there. */
    public static final Setting NONE = new Setting("", SourceFile.unread("").all());

    public boolean given() {
        return !text.isEmpty();
    }

    /** This where it is given, else the other. */
    Setting or(Setting other) {
        return given() ? this : other;
    }

    /** It may be the value of a Terraform variable. */
    @Override
    public String toString() {
        return span.toString();
    }
}
