package dev.envgate.repair;

import java.util.List;

/** A block of Terraform as {@code terraform fmt} lays it out. */
record Block(String header, List<Line> lines) {
    Block {
        lines = List.copyOf(lines);
    }

    /** {@code key = value}; a value that spans lines stands as it is. */
    record Line(String key, String value) {
        boolean oneLine() {
            return !value.contains("\n");
        }
    }

    String text(String newline) {
        StringBuilder text = new StringBuilder(header).append(" {").append(newline);
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            String pad = line.oneLine() ? " ".repeat(width(i) - line.key().length()) : "";
            text.append("  ")
                    .append(line.key())
                    .append(pad)
                    .append(" = ")
                    .append(line.value())
                    .append(newline);
        }
        return text.append("}").toString();
    }

    /** The longest key of the lines around one that a value does not break up. */
    private int width(int index) {
        int first = index;
        int last = index;
        while (first > 0 && lines.get(first - 1).oneLine()) {
            first--;
        }
        while (last + 1 < lines.size() && lines.get(last + 1).oneLine()) {
            last++;
        }
        return lines.subList(first, last + 1).stream()
                .mapToInt(each -> each.key().length())
                .max()
                .orElse(0);
    }
}
