package dev.envgate.report;

import dev.envgate.ledger.Place;
import dev.envgate.text.Escape;
import java.util.ArrayList;
import java.util.List;

/** Lines of cells, each column as wide as its widest cell; the last column is as long as it needs to be. */
final class Table {
    private final List<List<String>> lines = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();

    /** Adds a line; text from outside is escaped here. */
    void line(String... cells) {
        List<String> escaped = new ArrayList<>();
        for (String cell : cells) {
            escaped.add(Escape.terminal(cell));
        }
        lines.add(escaped);
        for (int column = 0; column < escaped.size(); column++) {
            int width = escaped.get(column).length();
            if (column == widths.size()) {
                widths.add(width);
            } else {
                widths.set(column, Math.max(widths.get(column), width));
            }
        }
    }

    /** All lines, each indented by two blanks. */
    String text() {
        StringBuilder text = new StringBuilder();
        for (List<String> line : lines) {
            StringBuilder padded = new StringBuilder("  ");
            for (int column = 0; column < line.size(); column++) {
                String cell = line.get(column);
                boolean last = column == line.size() - 1;
                padded.append(cell).append(last ? "" : " ".repeat(widths.get(column) - cell.length() + 2));
            }
            text.append(padded.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** A place in one cell. */
    static String cell(Place place) {
        return switch (place) {
            case Place.InFile file ->
                file.span().file().path() + ":" + file.span().line();
            case Place.InTaskDefinition running -> running.revision();
            case Place.Nowhere _ -> "";
        };
    }
}
