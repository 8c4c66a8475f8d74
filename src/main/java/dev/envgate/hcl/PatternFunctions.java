package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Functions that search: {@code replace} and the regular expressions, on an engine whose time is linear. */
final class PatternFunctions {
    private PatternFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("replace")
                        .takesPartly(STRING)
                        .takes(STRING)
                        .takes(STRING)
                        .gives(STRING, PatternFunctions::replace),
                named("regex").takes(STRING).takes(STRING).gives(Types.ANY, PatternFunctions::regex),
                named("regexall")
                        .takes(STRING)
                        .takes(STRING)
                        .gives(new Type.ListOf(Types.ANY), PatternFunctions::regexAll));
    }

    private static Value replace(Invocation call) {
        String search = call.text(1);
        boolean pattern = search.length() > 1 && search.startsWith("/") && search.endsWith("/");
        if (!pattern) {
            return new Replacement(call, search).literal();
        }
        Optional<Pattern> compiled = compile(search.substring(1, search.length() - 1));
        return compiled.isEmpty() ? badPattern(call) : new Replacement(call, search).pattern(compiled.get());
    }

    private static Value badPattern(Invocation call) {
        return call.failed("the regular expression has a syntax error");
    }

    private static Optional<Pattern> compile(String pattern) {
        try {
            return Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Value regex(Invocation call) {
        Optional<Pattern> pattern = compile(call.text(0));
        if (pattern.isEmpty()) {
            return badPattern(call);
        }
        Matcher matcher = pattern.get().matcher(call.text(1));
        return matcher.find() ? found(call, pattern.get(), matcher) : call.failed("the pattern does not match");
    }

    private static Value regexAll(Invocation call) {
        Optional<Pattern> pattern = compile(call.text(0));
        if (pattern.isEmpty()) {
            return badPattern(call);
        }
        List<Value> all = new ArrayList<>();
        Matcher matcher = pattern.get().matcher(call.text(1));
        int end = -1;
        while (matcher.find()) {
            if (!abuts(matcher, end)) {
                all.add(found(call, pattern.get(), matcher));
            }
            end = matcher.end();
        }
        return call.list(all);
    }

    // An empty match right behind another match is none.
    private static boolean abuts(Matcher matcher, int endBefore) {
        return matcher.start() == matcher.end() && matcher.start() == endBefore;
    }

    // The whole match, or its groups as a tuple, or its named groups as an object.
    private static Value found(Invocation call, Pattern pattern, Matcher matcher) {
        if (pattern.groupCount() == 0) {
            return call.formOf(1, matcher.group());
        }
        Map<String, Integer> names = new TreeMap<>(pattern.namedGroups());
        if (!names.isEmpty() && names.size() < pattern.groupCount()) {
            return call.failed("the pattern has groups with and without names");
        }
        return names.isEmpty() ? groups(call, pattern, matcher) : byName(call, matcher, names);
    }

    private static Value groups(Invocation call, Pattern pattern, Matcher matcher) {
        List<Value> groups = new ArrayList<>();
        for (int i = 1; i <= pattern.groupCount(); i++) {
            groups.add(group(call, matcher, i));
        }
        return Value.Seq.of(Shape.TUPLE, groups, call.origin());
    }

    private static Value group(Invocation call, Matcher matcher, int index) {
        return matcher.start(index) < 0 ? new Value.Null(STRING, call.origin()) : call.formOf(1, matcher.group(index));
    }

    private static Value byName(Invocation call, Matcher matcher, Map<String, Integer> names) {
        List<Pair> pairs = new ArrayList<>();
        names.forEach(
                (name, index) -> pairs.add(new Pair.One(call.answer(name), group(call, matcher, index), Guard.ALWAYS)));
        return new Value.Dict(true, pairs, call.origin());
    }

    /** One call of {@code replace}. */
    private static final class Replacement {
        private final Invocation call;
        private final String search;
        private final String with;
        private final Value.Str text;

        Replacement(Invocation call, String search) {
            this.call = call;
            this.search = search;
            this.with = call.text(2);
            this.text = Partial.written(call.string(0));
        }

        /** Replaces each piece by itself where that is the same as replacing in the whole. */
        Value literal() {
            if (tooLarge()) {
                return call.site().bound("the text would become too large");
            }
            if (text.known()) {
                return search.length() == 1 ? inEachPiece() : call.formOf(0, replaced(text.text()));
            }
            return quoted() || search.length() == 1
                    ? inEachPiece()
                    : call.site().derived(STRING, call.argument(0));
        }

        private boolean tooLarge() {
            return (text.extent().weight() + 1) * Math.max(1, with.length()) / Math.max(1, search.length())
                    > Budget.WEIGHT;
        }

        private String replaced(String whole) {
            return search.isEmpty() ? betweenAll(whole) : whole.replace(search, with);
        }

        private String betweenAll(String whole) {
            StringBuilder result = new StringBuilder(with);
            whole.codePoints().forEach(point -> result.appendCodePoint(point).append(with));
            return result.toString();
        }

        // Inside of a JSON string a quote is escaped, so what looks for quotes finds nothing in a hole.
        private boolean quoted() {
            return search.contains("\"");
        }

        private Value inEachPiece() {
            List<Piece> pieces = new ArrayList<>();
            for (Piece piece : text.pieces()) {
                pieces.addAll(
                        switch (piece) {
                            case Piece.Known known -> known.text().contains(search) ? changed(known) : List.of(known);
                            case Piece.Encoded ignored -> List.of(piece);
                            case Piece.Hole ignored -> List.of(hole(piece));
                        });
            }
            return new Value.Str(pieces, call.originOf(0));
        }

        private Piece hole(Piece piece) {
            return quoted() ? piece : new Piece.Hole(call.site().derived(STRING, call.argument(0)));
        }

        private List<Piece> changed(Piece.Known known) {
            List<Piece> pieces = new ArrayList<>();
            int from = 0;
            for (int at = known.text().indexOf(search);
                    at >= 0;
                    at = known.text().indexOf(search, from)) {
                add(pieces, Strings.part(known, from, at));
                add(pieces, new Piece.Known(with, Birthplace.part(known, at, at + search.length())));
                from = at + search.length();
            }
            add(pieces, Strings.part(known, from, known.text().length()));
            return pieces;
        }

        private static void add(List<Piece> pieces, Piece.Known piece) {
            if (!piece.text().isEmpty()) {
                pieces.add(piece);
            }
        }

        Value pattern(Pattern pattern) {
            if (text.known()) {
                return expanded(pattern, new Piece.Known(text.text(), call.originOf(0)));
            }
            return call.site().derived(STRING, call.argument(0));
        }

        private Value expanded(Pattern pattern, Piece.Known whole) {
            StringBuilder result = new StringBuilder();
            Matcher matcher = pattern.matcher(whole.text());
            int from = 0;
            int end = -1;
            while (matcher.find()) {
                if (abuts(matcher, end)) {
                    continue;
                }
                result.append(whole.text(), from, matcher.start());
                expand(matcher, result);
                from = matcher.end();
                end = from;
                if (result.length() > Budget.WEIGHT) {
                    return call.site().bound("the text would become too large");
                }
            }
            result.append(whole.text(), from, whole.text().length());
            return call.formOf(0, result.toString());
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
                    : Optional.ofNullable(matcher.pattern().namedGroups().get(name))
                            .orElse(-1);
        }
    }
}
