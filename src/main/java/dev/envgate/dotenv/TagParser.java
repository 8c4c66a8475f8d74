package dev.envgate.dotenv;

import dev.envgate.ledger.Tag;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the tags in a comment: {@code @} at its beginning or after a blank, and a word that is known. Other words are prose. */
final class TagParser {
    private static final Set<String> WITH_ARGUMENT =
            Set.of("alias", "any-of", "expires", "ignore", "replaced-by", "required-in", "service");

    private final Span comment;
    private final String text;
    private final List<Tag> tags = new ArrayList<>();

    private TagParser(Span comment) {
        this.comment = comment;
        this.text = comment.file().text();
    }

    static List<Tag> read(Span comment) {
        TagParser parser = new TagParser(comment);
        int at = parser.nextTag(comment.start());
        while (at < comment.end()) {
            at = parser.tag(at);
        }
        return parser.tags;
    }

    /** Reads the tag at {@code at} and says where the next one begins. */
    private int tag(int at) {
        int wordEnd = wordEnd(at + 1);
        String name = word(at + 1, wordEnd);
        int next = nextTag(wordEnd);
        int end = name.equals("ignore") ? comment.end() : WITH_ARGUMENT.contains(name) ? next : attachedEnd(wordEnd);
        int last = Lines.trimEnd(text, wordEnd, end);
        tags.add(new Tag(name, argument(wordEnd, last), comment.file().span(at, last)));
        return name.equals("ignore") ? comment.end() : next;
    }

    /** The end of {@code =false} or {@code (…)}, as decorators write it. */
    private int attachedEnd(int at) {
        int end = at;
        boolean attached = at < comment.end() && (text.charAt(at) == '=' || text.charAt(at) == '(');
        while (attached && end < comment.end() && !Lines.isBlank(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private String argument(int start, int end) {
        String written = text.substring(start, end).strip();
        String bare = written.startsWith("=") || written.startsWith(":") ? written.substring(1) : written;
        boolean bracketed = bare.startsWith("(") && bare.endsWith(")");
        return (bracketed ? bare.substring(1, bare.length() - 1) : bare).strip();
    }

    private int nextTag(int from) {
        int at = from;
        while (at < comment.end() && !isTag(at)) {
            at++;
        }
        return at;
    }

    private boolean isTag(int at) {
        return text.charAt(at) == '@'
                && at > 0
                && (Lines.isBlank(text.charAt(at - 1)) || text.charAt(at - 1) == '#')
                && Tag.KNOWN.contains(word(at + 1, wordEnd(at + 1)));
    }

    private int wordEnd(int start) {
        int end = start;
        while (end < comment.end() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == '-')) {
            end++;
        }
        return end;
    }

    private String word(int start, int end) {
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
