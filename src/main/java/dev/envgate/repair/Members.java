package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts a member into a mapping, in the layout that the mapping has; signs that are aligned stay so. */
record Members(Node.Mapping mapping) {
    /** A member of something, by its number. */
    record Placed(Members members, int index) {
        List<Edit> insertAfter(String key, String value) {
            return members.insertAfter(index, key, value);
        }
    }

    /** An attribute of a block, among those on the lines around it; the block itself has no commas. */
    static Optional<Placed> inBlock(Body body, String attribute) {
        List<Node.Member> run = new ArrayList<>();
        for (Body.Attribute each : body.attributes()) {
            SourceFile file = each.nameSpan().file();
            int line = file.line(each.nameSpan().start());
            boolean follows =
                    !run.isEmpty() && file.line(run.getLast().value().span().end()) + 1 == line;
            if (!follows && contains(run, attribute)) {
                break;
            }
            if (!follows) {
                run.clear();
            }
            if (file.line(each.value().span().end()) == line) {
                run.add(new Node.Member(each.nameSpan(), each.name(), Trees.node(each.value())));
            } else if (contains(run, attribute)) {
                break;
            } else {
                run.clear();
            }
        }
        if (!contains(run, attribute)) {
            return Optional.empty();
        }
        SourceFile file = run.getFirst().keySpan().file();
        int next = file.text().indexOf('\n', run.getLast().value().span().end());
        int end = next < 0 ? file.text().length() : Math.min(file.text().length(), next + 2);
        Node.Mapping mapping =
                new Node.Mapping(file.span(run.getFirst().keySpan().start(), end), run, Node.Dialect.HCL);
        return Optional.of(new Placed(
                new Members(mapping),
                run.stream().map(Node.Member::key).toList().indexOf(attribute)));
    }

    private static boolean contains(List<Node.Member> run, String attribute) {
        return run.stream().anyMatch(each -> each.key().equals(attribute));
    }

    private Layout layout() {
        return new Layout(mapping.span().file());
    }

    /** Behind one of the members; {@code value} may span lines. */
    List<Edit> insertAfter(int index, String key, String value) {
        Node.Member member = mapping.members().get(index);
        int end = member.value().span().end();
        int next = index + 1 < mapping.members().size()
                ? mapping.members().get(index + 1).keySpan().start()
                : mapping.span().end() - 1;
        boolean last = index + 1 == mapping.members().size();
        int comma = layout().comma(end, next);
        if (layout().sameLine(end, next)) {
            return insert(end, (commas(index) ? ", " : "\n") + key + sign(member) + value);
        }
        int at = layout().lineEnd(Math.max(end, comma));
        String line = layout().newline(end) + layout().indent(member.keySpan().start());
        List<Edit> edits = new ArrayList<>();
        boolean closing = comma >= 0;
        if (last && !closing && mapping.dialect().json()) {
            edits.addAll(insert(end, ","));
        }
        String behind = closing ? "," : "";
        if (value.contains("\n")) {
            edits.addAll(insert(at, line + key + (mapping.dialect().json() ? sign(member) : " = ") + value + behind));
            return edits;
        }
        Chain chain = chain(index);
        edits.addAll(chain.widened(key.length()));
        edits.addAll(insert(at, line + key + chain.padded(key, member) + value + behind));
        return edits;
    }

    /** The sign between key and value, with its blanks as they are on one line of a member. */
    private String sign(Node.Member member) {
        String written = text(member.keySpan().end(), member.value().span().start());
        return mapping.dialect().json()
                ? written.strip() + (written.endsWith(" ") ? " " : "")
                : written.strip().equals("=") ? " = " : written;
    }

    private boolean commas(int index) {
        return mapping.members().size() == 1
                || index == 0
                || layout().comma(
                                        mapping.members()
                                                .get(index - 1)
                                                .value()
                                                .span()
                                                .end(),
                                        mapping.members().get(index).keySpan().start())
                        >= 0;
    }

    /** The members on the lines around one whose signs stand in one column. */
    private Chain chain(int index) {
        int first = index;
        int last = index;
        while (first > 0 && chained(first - 1)) {
            first--;
        }
        while (last + 1 < mapping.members().size() && chained(last)) {
            last++;
        }
        boolean chainable = oneLine(index) && !mapping.dialect().json();
        return new Chain(chainable ? mapping.members().subList(first, last + 1) : List.of());
    }

    /** Whether a member and the next one stand on two lines, one below the other. */
    private boolean chained(int index) {
        Node.Member one = mapping.members().get(index);
        Node.Member next = mapping.members().get(index + 1);
        int line = mapping.span().file().line(one.keySpan().start());
        return oneLine(index)
                && oneLine(index + 1)
                && mapping.span().file().line(next.keySpan().start()) == line + 1;
    }

    private boolean oneLine(int index) {
        Node.Member member = mapping.members().get(index);
        return layout().sameLine(member.keySpan().start(), member.value().span().end());
    }

    /** Members below each other. */
    private record Chain(List<Node.Member> members) {
        /** Room for a longer key, where all signs stand in one column behind the longest. */
        List<Edit> widened(int width) {
            if (!aligned() || width <= longest()) {
                return List.of();
            }
            List<Edit> edits = new ArrayList<>();
            for (Node.Member each : members) {
                int end = each.keySpan().end();
                Span place = each.keySpan().file().span(end, end);
                edits.add(Edit.insert(place, " ".repeat(width - longest())));
            }
            return edits;
        }

        String padded(String key, Node.Member like) {
            String written = written(like);
            if (!written.contains("=")) {
                return written.contains(":") ? written.strip() + " " : " = ";
            }
            return aligned()
                    ? " ".repeat(Math.max(1, Math.max(longest(), key.length()) - key.length() + 1)) + "= "
                    : " = ";
        }

        private static String written(Node.Member member) {
            return member.keySpan()
                    .file()
                    .text()
                    .substring(member.keySpan().end(), member.value().span().start());
        }

        private int longest() {
            return members.stream()
                    .mapToInt(each -> length(each.keySpan()))
                    .max()
                    .orElse(0);
        }

        private static int length(Span key) {
            return key.end() - key.start();
        }

        private boolean aligned() {
            return !members.isEmpty()
                    && members.stream()
                            .allMatch(each ->
                                    written(each).equals(" ".repeat(longest() - length(each.keySpan()) + 1) + "= "));
        }
    }

    private String text(int from, int to) {
        return mapping.span().file().text().substring(from, to);
    }

    private List<Edit> insert(int at, String text) {
        return List.of(Edit.insert(mapping.span().file().span(at, at), text));
    }
}
