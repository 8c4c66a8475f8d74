package dev.envgate.hcl;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes strings apart into what a reader sees as one character, which is what Terraform counts. */
final class Graphemes {
    private Graphemes() {}

    static List<String> of(String text) {
        List<String> graphemes = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
        breaks.setText(text);
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            graphemes.add(text.substring(start, end));
            start = end;
        }
        return graphemes;
    }

    static int count(String text) {
        return of(text).size();
    }
}
