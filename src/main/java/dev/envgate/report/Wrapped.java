package dev.envgate.report;

import dev.envgate.text.Escape;

/** Text for people in lines that are not too long. */
final class Wrapped {
    private Wrapped() {}

    /** Breaks at blanks; a word that is longer than the line, a command or an ARN, stays whole. Nothing where there is no sentence. */
    static String text(String sentence, String first, String next, int width) {
        if (sentence.isEmpty()) {
            return "";
        }
        StringBuilder out = new StringBuilder();
        StringBuilder line = new StringBuilder(first);
        String indent = first;
        for (String word : Escape.terminal(sentence).split(" ", -1)) {
            boolean begun = line.length() > indent.length();
            if (begun && line.length() + 1 + word.length() > width) {
                out.append(line).append('\n');
                line = new StringBuilder(next);
                indent = next;
                begun = false;
            }
            line.append(begun ? " " : "").append(word);
        }
        return out.append(line).append('\n').toString();
    }
}
