package dev.envgate.track;

import dev.envgate.text.Escape;
import dev.envgate.text.Markdown;
import java.util.regex.Pattern;

/** How a tracker's texts are written, and where in them a mark stands. */
public enum Form {
    /** GitHub's Markdown keeps comments and does not show them. */
    HIDDEN("<!-- envgate:", " -->", "<!-- /envgate -->") {
        @Override
        String prose(String sentence) {
            return Markdown.prose(sentence);
        }

        @Override
        String code(String text) {
            return Markdown.code(text);
        }
    },
    /** Linear's editor has no comments: what it does not show is lost. Code stays as it is. */
    SHOWN("`envgate:", "`", "`/envgate:") {
        @Override
        String prose(String sentence) {
            String[] parts = Escape.terminal(sentence).split("`", -1);
            StringBuilder prose = new StringBuilder();
            for (int i = 0; i < parts.length; i++) {
                boolean code = i % 2 == 1 && i + 1 < parts.length;
                prose.append(code ? code(parts[i]) : plain(parts[i]));
            }
            return prose.toString();
        }

        @Override
        String code(String text) {
            String shown = Escape.terminal(text).replace('`', '\'');
            return shown.isBlank() ? "" : "`" + shown + "`";
        }

        // A sign that could be markup, call somebody or begin a link is a plain sign behind a backslash.
        private static String plain(String text) {
            return text.replaceAll("[\\\\`*_\\[\\]<>|~#@!+]", "\\\\$0").replace("://", ":\\/\\/");
        }
    };

    private final String before;
    private final String after;
    private final String end;

    Form(String before, String after, String end) {
        this.before = before;
        this.after = after;
        this.end = end;
    }

    /** A sentence of ours that may quote from outside: it links nowhere and calls nobody. */
    abstract String prose(String sentence);

    /** A name, a path, a command. */
    abstract String code(String text);

    /** The line that a section begins with. */
    String begin(Mark mark) {
        return before + mark.text() + after;
    }

    /** The line that a section ends with. In Linear it has the fingerprint, which no name can hold that it is made of. */
    String end(Mark mark) {
        return this == SHOWN ? end + mark.fingerprint() + after : end;
    }

    /** The first line of a section, with its mark as the group. */
    Pattern beginning() {
        return Pattern.compile(Pattern.quote(before) + "([\\w.&=%+]{1,6000})" + Pattern.quote(after));
    }
}
