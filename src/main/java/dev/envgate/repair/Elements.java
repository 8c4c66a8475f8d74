package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.List;
import java.util.stream.Stream;

/** Puts an element into a list, in the layout that the list has. */
record Elements(Node.Sequence list) {
    private Layout layout() {
        return new Layout(list.span().file());
    }

    /** Behind one of the elements. */
    List<Edit> insertAfter(int index, String element) {
        int end = list.items().get(index).span().end();
        return index + 1 < list.items().size()
                ? between(end, list.items().get(index + 1).span().start(), element)
                : last(index, end, element);
    }

    private List<Edit> between(int end, int next, String element) {
        Layout layout = layout();
        int comma = layout.comma(end, next);
        if (!layout.sameLine(end, comma)) {
            String gap = text(comma + 1, next);
            return insert(layout.lineEnd(end), layout.newline(end) + layout.indent(comma) + "," + blank(gap) + element);
        }
        return layout.sameLine(comma, next)
                ? insert(next, element + "," + text(comma + 1, next))
                : insert(layout.lineEnd(comma), layout.newline(comma) + layout.indent(next) + element + ",");
    }

    private List<Edit> last(int index, int end, String element) {
        Layout layout = layout();
        int close = list.span().end() - 1;
        int comma = layout.comma(end, close);
        if (layout.sameLine(end, close)) {
            return comma < 0
                    ? Stream.concat(indented(index).stream(), insert(end, separator(index) + element).stream())
                            .toList()
                    : insert(comma + 1, " " + element + ",");
        }
        String line = layout.newline(end) + indent(index);
        if (comma < 0 && leading(index)) {
            return insert(layout.lineEnd(end), line + ", " + element);
        }
        if (comma >= 0) {
            return insert(layout.lineEnd(comma), line + element + ",");
        }
        int lineEnd = layout.lineEnd(end);
        return lineEnd == end
                ? insert(end, "," + line + element)
                : Stream.concat(insert(end, ",").stream(), insert(lineEnd, line + element).stream())
                        .toList();
    }

    /** The brace of an element that the brackets hug, and that is the last no longer: {@code terraform fmt} wants it one step in. */
    private List<Edit> indented(int index) {
        Layout layout = layout();
        Span item = list.items().get(index).span();
        boolean hugged = !layout.beginsLine(item.start()) && layout.beginsLine(item.end() - 1);
        boolean flat = index > 0
                && layout.indent(list.items().get(index - 1).span().end() - 1).equals(layout.indent(item.end() - 1));
        return hugged && !flat && !list.dialect().json()
                ? insert(item.end() - 1, layout.step(item.end() - 1))
                : List.of();
    }

    /** Whether commas stand before the elements instead of behind them. */
    private boolean leading(int index) {
        if (index == 0) {
            return false;
        }
        int before = list.items().get(index - 1).span().end();
        int comma = layout().comma(before, list.items().get(index).span().start());
        return comma >= 0 && !layout().sameLine(before, comma);
    }

    /** The indentation of an element's line; of one that begins in the middle of a line, that of its last line. */
    private String indent(int index) {
        Span item = list.items().get(index).span();
        return leading(index) || layout().beginsLine(item.start())
                ? layout().indent(item.start())
                : layout().indent(item.end() - 1);
    }

    /** What stands between the last two elements, when that is nothing but a comma and blanks. */
    private String separator(int index) {
        if (index == 0) {
            return ", ";
        }
        int from = list.items().get(index - 1).span().end();
        int to = list.items().get(index).span().start();
        return layout().comment(from, to) ? ", " : text(from, to);
    }

    /** Into a list without elements. */
    List<Edit> insertOnly(String element, boolean ownLine) {
        Layout layout = layout();
        int open = list.span().start();
        int close = list.span().end() - 1;
        if (!layout.sameLine(open, close)) {
            String line = layout.newline(open) + layout.indent(close) + layout.step(close) + element;
            int from = text(open + 1, close).isBlank()
                    ? open + 1
                    : layout.lineEnd(text(open + 1, close).stripTrailing().length() + open + 1);
            return insert(from, line + (list.dialect().json() ? "" : ","));
        }
        String inside = ownLine
                ? layout.newline(open)
                        + layout.indent(open)
                        + layout.step(open)
                        + element
                        + (list.dialect().json() ? "" : ",")
                        + layout.newline(open)
                        + layout.indent(open)
                : element;
        return List.of(new Edit(list.span().file().span(open + 1, close), inside));
    }

    /** Takes an element away, with the comma and the line that only it needs; nothing where a comment stands beside it. */
    List<Edit> remove(int index) {
        Layout layout = layout();
        Span item = list.items().get(index).span();
        boolean last = index + 1 == list.items().size();
        int before = index == 0
                ? list.span().start() + 1
                : list.items().get(index - 1).span().end();
        int after = last
                ? list.span().end() - 1
                : list.items().get(index + 1).span().start();
        if (layout.comment(before, item.start()) || layout.comment(item.end(), after)) {
            return List.of();
        }
        if (!last) {
            return layout.beginsLine(item.start()) && !layout.sameLine(item.end(), after)
                    ? cut(layout.lineStart(item.start()), layout.lineStart(after))
                    : cut(item.start(), after);
        }
        if (index == 0) {
            return cut(before, after);
        }
        int comma = layout.comma(item.end(), after);
        int own = layout.comma(before, item.start());
        return comma < 0 ? cut(own, item.end()) : cut(own + 1, comma + 1);
    }

    private List<Edit> cut(int from, int to) {
        return List.of(new Edit(list.span().file().span(from, to), ""));
    }

    private static String blank(String gap) {
        return gap.isBlank() && !gap.contains("\n") ? gap : " ";
    }

    private String text(int from, int to) {
        return list.span().file().text().substring(from, to);
    }

    private List<Edit> insert(int at, String text) {
        return List.of(Edit.insert(list.span().file().span(at, at), text));
    }
}
