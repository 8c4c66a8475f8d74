package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.STRING;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Functions that search: {@code replace} and the regular expressions, on an engine whose time is linear. */
final class PatternFunctions {
    private PatternFunctions() {}

    /** The longest pattern that is compiled: each of its groups takes its place in each step of a search. */
    private static final int LONGEST = 5_000;

    static List<Function> all(Budget budget) {
        return Functions.family(
                named("replace")
                        .takesPartly(STRING)
                        .takes(STRING)
                        .takes(STRING)
                        .gives(STRING, call -> bounded(call, () -> replace(call, budget))),
                named("regex")
                        .takes(STRING)
                        .takes(STRING)
                        .gives(Types.ANY, call -> bounded(call, () -> regex(call, budget))),
                named("regexall")
                        .takes(STRING)
                        .takes(STRING)
                        .gives(new Type.ListOf(Types.ANY), call -> bounded(call, () -> regexAll(call, budget))));
    }

    private static Value bounded(Invocation call, Supplier<Value> search) {
        try {
            return search.get();
        } catch (SearchedText.TooLongException e) {
            return call.site().bound("the search takes too long");
        }
    }

    private static Value replace(Invocation call, Budget budget) {
        String search = call.text(1);
        boolean pattern = search.length() > 1 && search.startsWith("/") && search.endsWith("/");
        if (!pattern) {
            return new Replacement(call, budget).literal();
        }
        Optional<Pattern> compiled = compile(search.substring(1, search.length() - 1));
        return compiled.isEmpty() ? badPattern(call) : new Replacement(call, budget).pattern(compiled.get());
    }

    private static Value badPattern(Invocation call) {
        return call.failed("the regular expression has a syntax error");
    }

    private static Optional<Pattern> compile(String pattern) {
        if (pattern.length() > LONGEST) {
            throw new SearchedText.TooLongException();
        }
        try {
            return Repeats.tooMany(pattern) ? Optional.empty() : Optional.of(Pattern.compile(pattern));
        } catch (PatternSyntaxException e) {
            return Optional.empty();
        }
    }

    private static Value regex(Invocation call, Budget budget) {
        Optional<Pattern> pattern = compile(call.text(0));
        if (pattern.isEmpty()) {
            return badPattern(call);
        }
        Matcher matcher = SearchedText.matcher(pattern.get(), call.text(1), budget);
        KnownText text = KnownText.of(call.string(1));
        return matcher.find() ? found(call, text, pattern.get(), matcher) : call.failed("the pattern does not match");
    }

    private static Value regexAll(Invocation call, Budget budget) {
        Optional<Pattern> pattern = compile(call.text(0));
        if (pattern.isEmpty()) {
            return badPattern(call);
        }
        List<Value> all = new ArrayList<>();
        Matcher matcher = SearchedText.matcher(pattern.get(), call.text(1), budget);
        KnownText text = KnownText.of(call.string(1));
        int end = -1;
        while (matcher.find()) {
            if (!abuts(matcher, end)) {
                all.add(found(call, text, pattern.get(), matcher));
            }
            end = matcher.end();
        }
        return call.list(all);
    }

    // An empty match right behind another match is none.
    static boolean abuts(Matcher matcher, int endBefore) {
        return matcher.start() == matcher.end() && matcher.start() == endBefore;
    }

    // The whole match, or its groups as a tuple, or its named groups as an object.
    private static Value found(Invocation call, KnownText text, Pattern pattern, Matcher matcher) {
        if (pattern.groupCount() == 0) {
            return text.part(matcher.start(), matcher.end(), call.originOf(1));
        }
        Map<String, Integer> names = new TreeMap<>(pattern.namedGroups());
        if (!names.isEmpty() && names.size() < pattern.groupCount()) {
            return call.failed("the pattern has groups with and without names");
        }
        return names.isEmpty() ? groups(call, text, pattern, matcher) : byName(call, text, matcher, names);
    }

    private static Value groups(Invocation call, KnownText text, Pattern pattern, Matcher matcher) {
        List<Value> groups = new ArrayList<>();
        for (int i = 1; i <= pattern.groupCount(); i++) {
            groups.add(group(call, text, matcher, i));
        }
        return Value.Seq.of(Shape.TUPLE, groups, call.origin());
    }

    private static Value group(Invocation call, KnownText text, Matcher matcher, int index) {
        return matcher.start(index) < 0
                ? new Value.Null(STRING, call.origin())
                : text.part(matcher.start(index), matcher.end(index), call.originOf(1));
    }

    private static Value byName(Invocation call, KnownText text, Matcher matcher, Map<String, Integer> names) {
        List<Pair> pairs = new ArrayList<>();
        names.forEach((name, index) ->
                pairs.add(new Pair.One(call.answer(name), group(call, text, matcher, index), Guard.ALWAYS)));
        return new Value.Dict(true, pairs, call.origin());
    }
}
