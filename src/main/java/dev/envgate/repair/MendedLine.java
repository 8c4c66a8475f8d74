package dev.envgate.repair;

import dev.envgate.ledger.Place;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes a line of the contract so that it can be read, where only one thing can be meant. */
final class MendedLine implements Repair {
    private static final String WHY = "What the line was to say only its author knows.";

    /** A longer line is no slip of the hand. */
    private static final int LONGEST = 300;

    private static final String ASSIGNMENT = "[A-Za-z_][A-Za-z0-9_]*\\s*=.*";

    /** What other files put in front of an assignment: a list of YAML, a shell, a batch file, a Dockerfile. */
    private static final Pattern PREFIXED = Pattern.compile(
            "\\s*(?i:-\\s+|set\\s+|setx\\s+|declare\\s+-x\\s+|\\$env:|env\\s+|\\$)(" + ASSIGNMENT + ")");

    private static final Pattern OTHER_COMMENT = Pattern.compile("(\\s*)(//+|;+|--|\\*|/\\*|REM\\b)(?!.*=).*");

    /** A sentence; what begins like the name of a variable is one whose sign was forgotten. */
    private static final Pattern WORDS =
            Pattern.compile("(\\s*)(?!(?:export\\s+)?[A-Z_][A-Z0-9_]+\\s)[^=:]*\\p{L}[^=:]*\\s[^=:]*\\p{L}[^=:]*");

    private static final Pattern BARE = Pattern.compile("\\s*(?:export\\s+)?([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+)\\s*");

    private static final Pattern OPEN = Pattern.compile("[^#\"'`=]*=\\s*([\"'])[^#\"'`\\\\]*");

    @Override
    public Outcome of(Fault fault) {
        if (!(fault.finding().place() instanceof Place.InFile(Span span))) {
            return ByHand.because(WHY, fault);
        }
        SourceFile file = span.file();
        int start = file.lineStart(span.line());
        int end = new Layout(file).lineEnd(start);
        List<Patch> patches = new ArrayList<>();
        Optional.of(file.text().substring(start, end))
                .filter(line -> line.length() <= LONGEST)
                .flatMap(MendedLine::mended)
                .ifPresent(line -> patches.add(
                        new Patch("Write the line so that it can be read.", edits(file, start, end, line), Set.of(), "")
                                .revealing(revealed(line))));
        return patches.isEmpty() ? ByHand.because(WHY, fault) : new Outcome.Patches(patches, WHY);
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Writes the line so that it can be read, where one thing only can be meant: a quote that is not closed, a comment without `#`, a bare name, a word such as `set` in front of it.";
    }

    private static Optional<String> mended(String line) {
        Matcher prefixed = PREFIXED.matcher(line);
        if (prefixed.matches()) {
            return Optional.of(prefixed.group(1));
        }
        Matcher bare = BARE.matcher(line);
        if (bare.matches()) {
            return Optional.of(line.stripTrailing() + "=");
        }
        Matcher comment = OTHER_COMMENT.matcher(line);
        Matcher words = WORDS.matcher(line);
        if (comment.matches() || words.matches()) {
            String indent =
                    line.substring(0, line.length() - line.stripLeading().length());
            return Optional.of(indent + "# " + line.stripLeading());
        }
        Matcher open = OPEN.matcher(line);
        return open.matches() ? Optional.of(line.stripTrailing() + open.group(1)) : Optional.empty();
    }

    /** Only what differs, so that all else of the line stays what it was. */
    private static List<Edit> edits(SourceFile file, int start, int end, String line) {
        String old = file.text().substring(start, end);
        int head = 0;
        while (head < Math.min(old.length(), line.length()) && old.charAt(head) == line.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < Math.min(old.length(), line.length()) - head
                && old.charAt(old.length() - 1 - tail) == line.charAt(line.length() - 1 - tail)) {
            tail++;
        }
        return List.of(new Edit(file.span(start + head, end - tail), line.substring(head, line.length() - tail)));
    }

    /** What the line was to declare all the time. */
    private static Set<String> revealed(String line) {
        Matcher name = Pattern.compile("\\s*(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=.*")
                .matcher(line);
        return name.matches() ? Set.of(name.group(1)) : Set.of();
    }
}
