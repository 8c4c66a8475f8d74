package dev.envgate.hcl;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.envgate.hcl.Value.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One call of {@code replace}: what is not replaced keeps its place, and what is not known stays a hole where that is certain. */
final class Replacement {
    private final Invocation call;
    private final Budget budget;
    private final String search;
    private final String with;
    private final Value.Str text;

    Replacement(Invocation call, Budget budget) {
        this.call = call;
        this.budget = budget;
        this.search = call.text(1);
        this.with = call.text(2);
        this.text = Partial.written(call.string(0));
    }

    /** A part of a text and what comes in its place. */
    private record Cut(int from, int to, String text) {}

    /** Finds what is to be replaced in a text. */
    private interface Finder {
        List<Cut> in(String run);
    }

    Value literal() {
        if (tooLarge()) {
            return call.site().bound("the text would become too large");
        }
        return text.known() || quoted() || apart() ? replaced(this::occurrences) : unknown();
    }

    private boolean tooLarge() {
        long times = text.extent().weight() + 1;
        return times * Math.max(1, with.length()) / Math.max(1, search.length()) > Budget.WEIGHT;
    }

    private Value unknown() {
        return call.site().derived(Types.STRING, call.argument(0));
    }

    /** Inside of a JSON string a quote is escaped, so what looks for quotes finds nothing in a hole. */
    private boolean quoted() {
        return search.contains("\"");
    }

    /** Whether nothing that is searched for can lie half in a hole. */
    private boolean apart() {
        List<String> runs = Partial.runs(text);
        for (int i = 0; i < runs.size(); i++) {
            for (int length = 1; length < search.length(); length++) {
                boolean begun = i < runs.size() - 1 && runs.get(i).endsWith(search.substring(0, length));
                boolean ended = i > 0 && runs.get(i).startsWith(search.substring(search.length() - length));
                if (begun || ended) {
                    return false;
                }
            }
        }
        return !search.isEmpty();
    }

    private List<Cut> occurrences(String run) {
        List<Cut> cuts = new ArrayList<>();
        if (search.isEmpty()) {
            for (int at = 0; at <= run.length(); at = at == run.length() ? at + 1 : run.offsetByCodePoints(at, 1)) {
                cuts.add(new Cut(at, at, with));
            }
            return cuts;
        }
        for (int at = run.indexOf(search); at >= 0; at = run.indexOf(search, at + search.length())) {
            cuts.add(new Cut(at, at + search.length(), with));
        }
        return cuts;
    }

    Value pattern(Pattern pattern) {
        return text.known() || quoted() ? replaced(run -> matches(pattern, run)) : unknown();
    }

    private List<Cut> matches(Pattern pattern, String run) {
        List<Cut> cuts = new ArrayList<>();
        Matcher matcher = SearchedText.matcher(pattern, run, budget);
        long size = 0;
        int end = -1;
        while (matcher.find() && size <= Budget.WEIGHT) {
            if (!PatternFunctions.abuts(matcher, end)) {
                StringBuilder expanded = new StringBuilder();
                expand(matcher, expanded);
                size += expanded.length();
                cuts.add(new Cut(matcher.start(), matcher.end(), expanded.toString()));
            }
            end = matcher.end();
        }
        return cuts;
    }

    private Value replaced(Finder finder) {
        List<Piece> pieces = new ArrayList<>();
        List<Piece.Known> run = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (piece instanceof Piece.Known known) {
                run.add(known);
            } else {
                cut(run, finder, pieces);
                run.clear();
                pieces.add(hole(piece));
            }
        }
        cut(run, finder, pieces);
        return Strings.composed(new Value.Str(pieces, call.originOf(0)));
    }

    private Piece hole(Piece piece) {
        if (quoted() || !(piece instanceof Piece.Hole(Value value))) {
            return piece;
        }
        Symbol symbol = Symbol.expression("replace(" + Symbols.show(value) + ", …)");
        return new Piece.Hole(new Value.Unknown(
                symbol, Types.STRING, Causes.first(List.of(value), call.site().span()), value.origin()));
    }

    /** Writes a run of known pieces with its cuts replaced. */
    private void cut(List<Piece.Known> run, Finder finder, List<Piece> to) {
        StringBuilder whole = new StringBuilder();
        run.forEach(piece -> whole.append(piece.text()));
        KnownText row = new KnownText(run);
        int at = 0;
        for (Cut cut : finder.in(whole.toString())) {
            row.copy(at, cut.from, to);
            if (!cut.text.isEmpty()) {
                to.add(new Piece.Known(cut.text, row.origin(cut.from, cut.to).orElseGet(() -> call.originOf(0))));
            }
            at = cut.to;
        }
        row.copy(at, whole.length(), to);
    }

    // `$1`, `${1}`, `$name`, `${name}` and `$$`; what names no group is empty.
    private void expand(Matcher matcher, StringBuilder to) {
        int at = 0;
        while (at < with.length()) {
            char c = with.charAt(at);
            if (c != '$' || at + 1 == with.length()) {
                to.append(c);
                at++;
            } else if (with.charAt(at + 1) == '$') {
                to.append('$');
                at += 2;
            } else {
                at = reference(matcher, at, to);
            }
        }
    }

    private int reference(Matcher matcher, int dollar, StringBuilder to) {
        boolean braced = with.charAt(dollar + 1) == '{';
        int start = dollar + (braced ? 2 : 1);
        int end = start;
        while (end < with.length() && isWord(with.charAt(end))) {
            end++;
        }
        boolean closed = !braced || (end < with.length() && with.charAt(end) == '}');
        if (end == start || !closed) {
            to.append('$');
            return dollar + 1;
        }
        to.append(group(matcher, with.substring(start, end)));
        return braced ? end + 1 : end;
    }

    private static boolean isWord(char c) {
        return c == '_' || Character.isLetterOrDigit(c);
    }

    private static String group(Matcher matcher, String name) {
        int index = index(matcher, name);
        return index >= 0 && index <= matcher.groupCount() && matcher.start(index) >= 0 ? matcher.group(index) : "";
    }

    private static int index(Matcher matcher, String name) {
        boolean number = name.length() < 9 && name.chars().allMatch(c -> c >= '0' && c <= '9');
        return number
                ? Integer.parseInt(name)
                : Optional.ofNullable(matcher.pattern().namedGroups().get(name)).orElse(-1);
    }
}
