package dev.envgate.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** The here-documents that were announced on a line and begin with the next one. */
final class Heredocs {
    private final Deque<String> ends = new ArrayDeque<>();
    private final Deque<Quote> quotes = new ArrayDeque<>();

    /** @param quote how what is inside is written; its marks do not count */
    void announce(String end, Quote quote) {
        ends.add(end);
        quotes.add(quote);
    }

    /** Takes the text of all that were announced; {@link Lexer#at} is at the beginning of a line. */
    void take(Lexer lexer) {
        while (!ends.isEmpty()) {
            take(lexer, ends.remove(), quotes.remove());
        }
    }

    private static void take(Lexer lexer, String end, Quote quote) {
        int body = lexer.at;
        int close = end(lexer.text, body, end);
        if (quote.hole().isEmpty() && !quote.bare()) {
            lexer.at = close;
            return;
        }
        new Body(lexer, quote, close).take();
    }

    /** The pieces of code in the text of one. */
    private record Body(Lexer lexer, Quote quote, int close) {
        void take() {
            while (lexer.at < close) {
                if (!lexer.hole(quote)) {
                    lexer.at++;
                }
            }
        }
    }

    /** Where the line begins that ends it. */
    private static int end(String text, int from, String end) {
        int at = from;
        while (at < text.length()) {
            int lineEnd = text.indexOf('\n', at);
            int stop = lineEnd < 0 ? text.length() : lineEnd;
            String line = text.substring(at, stop).strip();
            if (line.equals(end)
                    || line.startsWith(end + ";")
                    || line.startsWith(end + ")")
                    || line.startsWith(end + ",")) {
                return at + text.substring(at, stop).indexOf(end) + end.length();
            }
            at = stop + 1;
        }
        return text.length();
    }
}
