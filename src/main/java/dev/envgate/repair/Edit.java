package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.Comparator;
import java.util.List;

/** A part of a file and what is to stand there instead; an empty part is a place to insert at. */
public record Edit(Span span, String replacement) {
    static Edit insert(Span at, String text) {
        return new Edit(at, text);
    }

    /** A text with edits made, none of which overlap; of two at one place the first stays first. */
    public static String apply(String text, List<Edit> edits) {
        StringBuilder result = new StringBuilder();
        int at = 0;
        for (Edit each : edits.stream()
                .sorted(Comparator.comparingInt(edit -> edit.span().start()))
                .toList()) {
            if (each.span().start() < at) {
                throw new IllegalArgumentException("edits overlap");
            }
            result.append(text, at, each.span().start()).append(each.replacement());
            at = each.span().end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
