package dev.envgate.hcl;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A recorded table of texts and whether HashiCorp's parser accepts them. */
final class VerdictTable {
    private VerdictTable() {}

    record Case(String text, boolean accepted) {}

    static List<Case> read(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .filter(line -> !line.startsWith("#"))
                .map(VerdictTable::parse)
                .toList();
    }

    /** The lines that say what the table is. */
    static List<String> remarks(Path table) throws IOException {
        return Files.readAllLines(table).stream()
                .filter(line -> line.startsWith("#"))
                .toList();
    }

    private static Case parse(String line) {
        int tab = line.indexOf('\t');
        String verdict = line.substring(0, tab);
        if (!verdict.equals("accept") && !verdict.equals("reject")) {
            throw new IllegalArgumentException("neither accept nor reject: " + line);
        }
        return new Case(decoded(line.substring(tab + 1)), verdict.equals("accept"));
    }

    /** A case as it is written in the table. */
    static String line(Case each) {
        StringBuilder line = new StringBuilder(each.accepted() ? "accept\t" : "reject\t");
        for (char c : each.text().toCharArray()) {
            line.append(encoded(c));
        }
        return line.toString();
    }

    private static String encoded(char c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            case '\\' -> "\\\\";
            case ' ' -> " ";
            default -> visible(c) ? String.valueOf(c) : "\\x%04x".formatted((int) c);
        };
    }

    private static boolean visible(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            case Character.SPACE_SEPARATOR, Character.NON_SPACING_MARK, Character.UNASSIGNED -> false;
            default -> true;
        };
    }

    /** Line ends, tabs and what cannot be seen are written as escapes. */
    private static String decoded(String written) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char kind = written.charAt(++i);
            switch (kind) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case '\\' -> text.append('\\');
                case 'x' -> {
                    text.append((char) Integer.parseInt(written.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> throw new IllegalArgumentException("no such escape: " + written);
            }
        }
        return text.toString();
    }
}
