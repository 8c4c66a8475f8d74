package dev.envgate.rule;

import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** Finds the name that was probably meant: a typing error, another order of the words, or a word that others say for the same. */
final class NearMiss {
    private static final int SHORT = 8;
    private static final int FAR = 100;
    private static final int TYPED = 5;

    /** Words that teams use for the same thing. */
    private static final Map<String, String> SAME = Map.ofEntries(
            Map.entry("addr", "host"),
            Map.entry("address", "host"),
            Map.entry("apikey", "key"),
            Map.entry("auth0", "auth"),
            Map.entry("claude", "anthropic"),
            Map.entry("database", "db"),
            Map.entry("dsn", "url"),
            Map.entry("endpoint", "url"),
            Map.entry("env", "environment"),
            Map.entry("gh", "github"),
            Map.entry("govuk", "gov"),
            Map.entry("hf", "huggingface"),
            Map.entry("hostname", "host"),
            Map.entry("mail", "email"),
            Map.entry("mongodb", "mongo"),
            Map.entry("pass", "password"),
            Map.entry("passwd", "password"),
            Map.entry("pg", "postgres"),
            Map.entry("postgresql", "postgres"),
            Map.entry("pub", "public"),
            Map.entry("pwd", "password"),
            Map.entry("server", "host"),
            Map.entry("uri", "url"),
            Map.entry("username", "user"));

    /** Words that say nothing about what a name is for. */
    private static final Set<String> FILLERS = Set.of("api", "app", "default", "my", "service", "the");

    private final List<Spelling> candidates;

    NearMiss(Collection<Name> candidates) {
        this.candidates = candidates.stream().map(Spelling::of).toList();
    }

    /** Of the candidates, the one that is most like it. */
    Optional<Name> to(Name name) {
        Spelling wanted = Spelling.of(name);
        return candidates.stream()
                .filter(each -> !each.name().equals(name))
                .map(each -> new Scored(each.name(), score(wanted, each)))
                .filter(scored -> scored.score() < FAR)
                .min(Comparator.comparingInt(Scored::score).thenComparing(Scored::name))
                .map(Scored::name);
    }

    private record Scored(Name name, int score) {}

    /** A name, its words, and the words with those that mean the same made one. */
    private record Spelling(Name name, String folded, List<String> words, List<String> same) {
        static Spelling of(Name name) {
            List<String> words = NameWords.of(name.text().replace("HUGGING_FACE", "HUGGINGFACE"));
            return new Spelling(
                    name,
                    name.folded(),
                    words,
                    words.stream().map(word -> SAME.getOrDefault(word, word)).toList());
        }
    }

    private static int score(Spelling one, Spelling other) {
        if (one.words().isEmpty() || other.words().isEmpty()) {
            return FAR;
        }
        if (one.folded().equals(other.folded())) {
            return 0;
        }
        if (Set.copyOf(one.same()).equals(Set.copyOf(other.same()))) {
            return 1;
        }
        if (mistyped(one, other)) {
            return 2;
        }
        return longer(one.same(), other.same()) || longer(other.same(), one.same()) ? 3 : FAR;
    }

    /** Whether one has a word more than the other, and both are about the same thing at the end. */
    private static boolean longer(List<String> shorter, List<String> longer) {
        return hasOneMore(shorter, longer) || fillers(shorter, longer);
    }

    private static boolean hasOneMore(List<String> shorter, List<String> longer) {
        Set<String> more = new HashSet<>(longer);
        shorter.forEach(more::remove);
        return shorter.size() > 1
                && more.size() == 1
                && shorter.getLast().equals(longer.getLast())
                && Set.copyOf(longer).containsAll(shorter);
    }

    private static boolean fillers(List<String> shorter, List<String> longer) {
        return without(shorter).equals(without(longer)) && without(shorter).size() > 1;
    }

    private static List<String> without(List<String> words) {
        return words.stream().filter(word -> !FILLERS.contains(word)).toList();
    }

    /** One letter wrong, missing, added or swapped; two in long names. Names that differ in a number are different names. */
    private static boolean mistyped(Spelling one, Spelling other) {
        String mine = one.name().text();
        String theirs = other.name().text();
        int allowed = Math.min(mine.length(), theirs.length()) < SHORT ? 1 : 2;
        return Math.abs(mine.length() - theirs.length()) <= allowed
                && oneWord(one.words(), other.words())
                && !mine.replaceAll("[0-9]", "").equals(theirs.replaceAll("[0-9]", ""))
                && distance(mine, theirs) <= allowed;
    }

    /** Whether they differ in one word only, and that word is long enough to be mistyped: {@code DB_URL} is not {@code S3_URL}. */
    private static boolean oneWord(List<String> mine, List<String> theirs) {
        List<Integer> different = IntStream.range(0, Math.min(mine.size(), theirs.size()))
                .filter(i -> !mine.get(i).equals(theirs.get(i)))
                .boxed()
                .toList();
        return mine.size() == theirs.size()
                && different.size() == 1
                && mine.get(different.getFirst()).length() >= TYPED;
    }

    /** How many letters to change, to add, to take away or to swap with the next one. */
    private static int distance(String one, String other) {
        int[][] table = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                table[i][j] = i == 0 || j == 0 ? i + j : step(table, one, other, i, j);
            }
        }
        return table[one.length()][other.length()];
    }

    private static int step(int[][] table, String one, String other, int i, int j) {
        boolean same = one.charAt(i - 1) == other.charAt(j - 1);
        int best = Math.min(table[i - 1][j - 1] + (same ? 0 : 1), Math.min(table[i - 1][j], table[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, table[i - 2][j - 2] + 1) : best;
    }
}
