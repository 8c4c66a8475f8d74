package dev.envgate.text;

import java.util.regex.Pattern;

/**
 * Text from outside as GitHub's and GitLab's Markdown has it: it is shown as it is, and links nowhere, calls nobody, and does not break out
 * of the table or the line that it stands in.
 */
public final class Markdown {
    /** What needs no care between back-ticks, in a table either. */
    private static final Pattern PLAIN =
            Pattern.compile("[\\w./:@%+=,-]+|[\\w./:@%+=,-][\\w ./:@%+=,-]*[\\w./:@%+=,-]");

    private static final Pattern MARKUP =
            Pattern.compile("[\\\\`*\\[\\]<>|~&]|(?<![\\p{L}\\p{N}])_|_(?![\\p{L}\\p{N}])");

    /** What makes a paragraph something else. */
    private static final Pattern LIST_ITEM = Pattern.compile("^(\\d*)([-+#=.)])");

    private static final String SPECIAL = "\\*_[]<>|~&$`!#";

    /** What an address is known by. */
    private static final String LINKED = ":.@";

    /** Takes words apart without being seen. */
    private static final String NOTHING = "<!-- -->";

    private Markdown() {}

    /** A name, a path, a command. */
    public static String code(String text) {
        String shown = Escape.terminal(text);
        if (PLAIN.matcher(shown).matches()) {
            return "`" + shown + "`";
        }
        StringBuilder code = new StringBuilder();
        shown.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == ' ') {
                code.appendCodePoint(c);
            } else {
                code.append("&#").append(c).append(';').append(LINKED.indexOf(c) < 0 ? "" : NOTHING);
            }
        });
        return shown.isBlank() ? "" : "<code>" + code + "</code>";
    }

    /** A sentence of ours that may quote from outside; what stands between back-ticks becomes code. */
    public static String prose(String sentence) {
        String[] parts = sentence.split("`", -1);
        if (parts.length % 2 == 0) {
            return plain(sentence);
        }
        StringBuilder prose = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            prose.append(i % 2 == 0 ? plain(parts[i]) : code(parts[i]));
        }
        return prose.toString();
    }

    /** Words of the team's own, on a page of its own: names and addresses stay as they are, and nothing but code is markup. */
    public static String words(String text) {
        String[] parts = Escape.terminal(text).split("`", -1);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parts.length; i++) {
            boolean closed = i + 1 < parts.length;
            if (i % 2 == 0) {
                words.append(escaped(parts[i]));
            } else {
                words.append(closed ? verbatim(parts[i]) : escaped("`" + parts[i]));
            }
        }
        return LIST_ITEM.matcher(words).replaceFirst("$1\\\\$2");
    }

    private static String escaped(String text) {
        return MARKUP.matcher(text).replaceAll("\\\\$0");
    }

    /** A name, a path, an expression, as it is; not for tables, where a bar would begin a cell. */
    public static String verbatim(String text) {
        String shown = Escape.terminal(text);
        if (shown.isBlank()) {
            return "";
        }
        String fence = shown.contains("`") ? "``" : "`";
        String gap = shown.startsWith("`") || shown.endsWith("`") ? " " : "";
        return shown.contains("``") ? code(shown) : fence + gap + shown + gap + fence;
    }

    /** Words without any markup; names of people and addresses are taken apart, so that nobody is called and nothing is linked. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder();
        Escape.terminal(text).codePoints().forEach(c -> {
            if (SPECIAL.indexOf(c) >= 0) {
                plain.append("&#").append(c).append(';');
            } else {
                plain.appendCodePoint(c);
            }
        });
        return plain.toString()
                .replace("@", "@" + NOTHING)
                .replace("://", ":" + NOTHING + "//")
                .replaceAll("(?i)\\bwww\\.", "www" + NOTHING + ".")
                .replaceAll("(?i)\\b(GH)-(?=\\d)", "$1" + NOTHING + "-")
                .replaceAll("&#35;(?=\\d)", "&#35;" + NOTHING);
    }

    /** Code of several lines, fenced by more back-ticks than it holds. */
    public static String block(String language, String code) {
        int longest = Pattern.compile("`+")
                .matcher(code)
                .results()
                .mapToInt(each -> each.group().length())
                .max()
                .orElse(0);
        String fence = "`".repeat(Math.max(3, longest + 1));
        return fence + language + "\n" + code + (code.endsWith("\n") ? "" : "\n") + fence + "\n";
    }

    /** A link with a text that is escaped already; the text alone where there is no address. */
    public static String link(String text, String address) {
        return address.isEmpty() ? text : "[" + text + "](" + address + ")";
    }
}
