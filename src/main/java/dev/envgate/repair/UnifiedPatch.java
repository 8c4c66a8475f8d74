package dev.envgate.repair;

import dev.envgate.text.Excerpt;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shows what changes in a file as {@code git apply} reads it. Unless {@code values} are to be shown, what may be one is hidden in the lines
 * that were there before.
 */
public record UnifiedPatch(SourceFile before, SourceFile after, boolean values) {
    private static final int CONTEXT = 3;

    /** So many pairs of lines are compared one by one; what is larger is shown as one change. */
    private static final long MOST = 4_000_000;

    /** The text of the patch; empty when nothing changes. */
    public String text() {
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<Step> steps = steps(old, now);
        if (steps.stream().allMatch(each -> each.sign() == ' ')) {
            return "";
        }
        boolean created = before.text().isEmpty();
        StringBuilder text = new StringBuilder();
        text.append("--- ").append(created ? "/dev/null" : "a/" + before.path()).append('\n');
        text.append("+++ b/").append(after.path()).append('\n');
        int at = 0;
        while (at < steps.size()) {
            int change = nextChange(steps, at);
            if (change == steps.size()) {
                break;
            }
            int first = Math.max(at, change - CONTEXT);
            int last = end(steps, change);
            hunk(text, steps, first, last);
            at = last;
        }
        return text.toString();
    }

    /** One line that stays ({@code ' '}), goes ({@code '-'}) or comes ({@code '+'}); with the lines, counted from 0, that it has in both files. */
    private record Step(char sign, String line, int old, int now) {}

    private static List<String> lines(SourceFile file) {
        List<String> lines = new ArrayList<>();
        String text = file.text();
        int at = 0;
        while (at < text.length()) {
            int feed = text.indexOf('\n', at);
            int end = feed < 0 ? text.length() : feed + 1;
            lines.add(text.substring(at, end));
            at = end;
        }
        return lines;
    }

    private static List<Step> steps(List<String> old, List<String> now) {
        int head = 0;
        while (head < Math.min(old.size(), now.size()) && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.size(), now.size()) - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            steps.add(new Step(' ', old.get(i), i, i));
        }
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head, steps);
        for (int i = 0; i < tail; i++) {
            int at = old.size() - tail + i;
            steps.add(new Step(' ', old.get(at), at, now.size() - tail + i));
        }
        slide(steps);
        return steps;
    }

    /** Lines that come may as well be those one further down, where the same line stands in front of them and at their end: then a block ends with its own brace. */
    private static void slide(List<Step> steps) {
        for (int start = 0; start < steps.size(); start++) {
            int end = start;
            while (end < steps.size() && steps.get(end).sign() == '+') {
                end++;
            }
            boolean alone = end > start && (start == 0 || steps.get(start - 1).sign() == ' ');
            if (alone
                    && end < steps.size()
                    && steps.get(end).sign() == ' '
                    && steps.get(end).line().equals(steps.get(start).line())) {
                Step first = steps.get(start);
                Step stays = steps.get(end);
                steps.set(start, new Step(' ', stays.line(), stays.old(), first.now()));
                for (int i = start + 1; i <= end; i++) {
                    int now = first.now() + i - start;
                    String line = i < end ? steps.get(i).line() : stays.line();
                    steps.set(i, new Step('+', line, stays.old() + 1, now));
                }
            }
        }
    }

    /** The longest common lines, by the table that is in every book. */
    private static void middle(List<String> old, List<String> now, int from, List<Step> steps) {
        int[][] common = (long) old.size() * now.size() > MOST ? new int[0][0] : common(old, now);
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            boolean stays = common.length > 0
                    && i < old.size()
                    && j < now.size()
                    && old.get(i).equals(now.get(j));
            if (stays) {
                steps.add(new Step(' ', old.get(i), from + i++, from + j++));
            } else if (i < old.size()
                    && (common.length == 0 || j == now.size() || common[i + 1][j] >= common[i][j + 1])) {
                steps.add(new Step('-', old.get(i), from + i++, from + j));
            } else {
                steps.add(new Step('+', now.get(j), from + i, from + j++));
            }
        }
    }

    private static int[][] common(List<String> old, List<String> now) {
        int[][] common = new int[old.size() + 1][now.size() + 1];
        for (int i = old.size() - 1; i >= 0; i--) {
            for (int j = now.size() - 1; j >= 0; j--) {
                common[i][j] = old.get(i).equals(now.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }

    private static int nextChange(List<Step> steps, int from) {
        int at = from;
        while (at < steps.size() && steps.get(at).sign() == ' ') {
            at++;
        }
        return at;
    }

    /** Behind the context of the last change that belongs to the same hunk. */
    private static int end(List<Step> steps, int change) {
        int at = change;
        int quiet = 0;
        while (at < steps.size() && quiet <= 2 * CONTEXT) {
            quiet = steps.get(at).sign() == ' ' ? quiet + 1 : 0;
            at++;
        }
        return at - Math.max(0, quiet - CONTEXT);
    }

    private void hunk(StringBuilder text, List<Step> steps, int first, int last) {
        List<Step> hunk = steps.subList(first, last);
        long old = hunk.stream().filter(each -> each.sign() != '+').count();
        long now = hunk.stream().filter(each -> each.sign() != '-').count();
        text.append("@@ -%s +%s @@\n"
                .formatted(
                        range(hunk.getFirst().old(), old), range(hunk.getFirst().now(), now)));
        for (Step each : hunk) {
            String line = each.line();
            boolean whole = line.endsWith("\n");
            text.append(each.sign()).append(shown(each, hunk, whole ? line.substring(0, line.length() - 1) : line));
            text.append(whole ? "\n" : "\n\\ No newline at end of file\n");
        }
    }

    private static String range(int line, long count) {
        return count == 0 ? line + ",0" : (line + 1) + "," + count;
    }

    private String shown(Step step, List<Step> hunk, String line) {
        if (values) {
            return line;
        }
        if (step.sign() != '+') {
            return Excerpt.folded(Excerpt.masked(before, step.old() + 1));
        }
        return hunk.stream()
                .filter(each -> each.sign() == '-')
                .flatMap(each -> spliced(each, line).stream())
                .findFirst()
                .or(() -> instead(step, hunk).map(each -> changed(each, line)))
                .orElse(line);
    }

    /** The line in whose place one comes: of several that go and several that come, the first in that of the first. */
    private static Optional<Step> instead(Step step, List<Step> hunk) {
        int at = hunk.indexOf(step);
        int come = at;
        while (come > 0 && hunk.get(come - 1).sign() == '+') {
            come--;
        }
        int go = come;
        while (go > 0 && hunk.get(go - 1).sign() == '-') {
            go--;
        }
        int index = go + at - come;
        return index < come ? Optional.of(hunk.get(index)) : Optional.empty();
    }

    /** A line that was there before with other words in it: what was there stays hidden, also where it has moved. */
    private String changed(Step old, String line) {
        String was = old.line().stripTrailing();
        int head = common(was, line);
        int tail = common(reversed(was.substring(head)), reversed(line.substring(head)));
        String gone = was.substring(head, was.length() - tail).strip();
        String come = line.substring(head, line.length() - tail);
        String masked = Excerpt.masked(before, old.old() + 1);
        return Excerpt.folded(masked.substring(0, Math.min(head, masked.length()))
                + (gone.isEmpty() || masked.contains(gone) ? come : come.replace(gone, "…"))
                + masked.substring(Math.min(was.length() - tail, masked.length())));
    }

    private static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    /** How many signs two texts begin with in common. */
    private static int common(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        return at;
    }

    /** A line that was there before with something put into it: what was there stays hidden. */
    private Optional<String> spliced(Step old, String line) {
        String was =
                old.line().endsWith("\n") ? old.line().substring(0, old.line().length() - 1) : old.line();
        int head = common(was, line);
        int tail = common(reversed(was.substring(head)), reversed(line.substring(head)));
        if (head + tail < was.length()) {
            return Optional.empty();
        }
        String masked = Excerpt.masked(before, old.old() + 1);
        return Optional.of(Excerpt.folded(masked.substring(0, Math.min(head, masked.length()))
                + line.substring(head, line.length() - tail)
                + masked.substring(Math.min(was.length() - tail, masked.length()))));
    }
}
