package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes entries: like another one where there is one, else in the usual way of the language. */
final class Quoted {
    private static final Pattern COMMENT =
            Pattern.compile("\\r?\\n[ \\t]*(?:#|//)[^\\r\\n]*|[ \\t]*(?:#|//)[^\\r\\n]*|[ \\t]*/\\*(?s:.*?)\\*/");

    private Quoted() {}

    /** An entry laid out like another one; members besides name and value are taken over. */
    static String like(Node.Mapping model, String name, String member, String value) {
        Span whole = model.span();
        List<Edit> edits = new ArrayList<>();
        model.member("name").ifPresent(each -> {
            String text = model.dialect().text(name);
            edits.add(new Edit(each.value().span(), text));
            column(model, each, text.length()).ifPresent(edits::add);
        });
        model.member(member).ifPresent(each -> edits.add(new Edit(each.value().span(), value)));
        String all = whole.file().text();
        int from = whole.start() + 1;
        for (Node.Member each : model.members()) {
            comments(all, whole.file().span(from, each.keySpan().start())).forEach(edits::add);
            from = each.value().span().end();
        }
        comments(all, whole.file().span(from, whole.end())).forEach(edits::add);
        return Edit.apply(all.substring(0, whole.end()), edits).substring(whole.start());
    }

    /** Keeps what follows the name in the column that it has, where blanks put it there. */
    private static Optional<Edit> column(Node.Mapping model, Node.Member name, int width) {
        if (!inColumns(model)) {
            return Optional.empty();
        }
        int next = model.members().indexOf(name) + 1;
        int end = model.members().get(next).keySpan().start();
        int blanks = blanksBefore(model, next);
        int old = name.value().span().end() - name.value().span().start();
        return Optional.of(
                new Edit(model.span().file().span(end - blanks, end), " ".repeat(Math.max(1, blanks + old - width))));
    }

    /** Whether more than one blank stands behind the name, on its line. */
    static boolean inColumns(Node.Mapping model) {
        int index = model.member("name").map(model.members()::indexOf).orElse(-1);
        return index >= 0 && index + 1 < model.members().size() && blanksBefore(model, index + 1) > 1;
    }

    private static int blanksBefore(Node.Mapping model, int index) {
        String text = model.span().file().text();
        int end = model.members().get(index).keySpan().start();
        int at = end;
        while (at > model.span().start() && text.charAt(at - 1) == ' ') {
            at--;
        }
        return text.charAt(at - 1) == ',' ? end - at : 0;
    }

    /** Without the comments of another entry, and without the lines that hold nothing else. */
    private static Stream<Edit> comments(String all, Span gap) {
        return COMMENT.matcher(all.substring(0, gap.end()))
                .region(gap.start(), gap.end())
                .results()
                .map(each -> new Edit(gap.file().span(each.start(), each.end()), ""));
    }

    static boolean commented(Node.Mapping item) {
        int from = item.span().start() + 1;
        for (Node.Member each : item.members()) {
            if (new Layout(item.span().file()).comment(from, each.keySpan().start())) {
                return true;
            }
            from = each.value().span().end();
        }
        return new Layout(item.span().file()).comment(from, item.span().end());
    }

    static String entry(String name, String member, String value, Node.Dialect dialect) {
        return dialect.json()
                ? "{%s: %s, %s: %s}".formatted(dialect.text("name"), dialect.text(name), dialect.text(member), value)
                : "{ name = %s, %s = %s }".formatted(dialect.text(name), member, value);
    }

    /** An expression, with text behind it; not in JSON, which has none. */
    static String expression(String expression, String behind, Node.Dialect dialect) {
        return !dialect.json() && behind.isEmpty() ? expression : dialect.text("${" + expression + "}" + behind);
    }

    /** A text as a literal. */
    static String text(String value, Node.Dialect dialect) {
        String escaped = value.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
        String plain = dialect.expressions() ? escaped.replace("${", "$${").replace("%{", "%%{") : escaped;
        return dialect.text(dialect.quoted() ? plain.replace("\\", "\\\\").replace("\"", "\\\"") : plain);
    }
}
