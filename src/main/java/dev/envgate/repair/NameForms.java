package dev.envgate.repair;

import dev.envgate.ledger.NameWords;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The ways in which one name is written: {@code DB_PASSWORD}, {@code db-password}, {@code dbPassword}. */
final class NameForms {
    private static final List<Function<List<String>, String>> FORMS = List.of(
            words -> String.join("_", words).toUpperCase(Locale.ROOT),
            words -> String.join("_", words),
            words -> String.join("-", words),
            words -> String.join("-", words).toUpperCase(Locale.ROOT),
            words -> String.join("/", words),
            words -> words.getFirst()
                    + words.stream().skip(1).map(NameForms::capital).collect(Collectors.joining()),
            words -> words.stream().map(NameForms::capital).collect(Collectors.joining()),
            words -> String.join("", words));

    private NameForms() {}

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    /** A text with one name, however it is written, in the place of another; the same text when that is not in it. */
    static String renamed(String text, String from, String to) {
        List<String> old = NameWords.of(from);
        List<String> other = NameWords.of(to);
        if (old.isEmpty() || other.isEmpty()) {
            return text;
        }
        Map<String, String> forms = new LinkedHashMap<>();
        forms.put(from, to);
        FORMS.forEach(form -> forms.putIfAbsent(form.apply(old), form.apply(other)));
        String any = forms.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<![A-Za-z0-9])(?:" + any + ")(?![A-Za-z0-9])")
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(forms.getOrDefault(found.group(), found.group())));
    }

    static String snake(String name) {
        return String.join("_", NameWords.of(name));
    }

    static String kebab(String name) {
        return String.join("-", NameWords.of(name));
    }

    /** Whether a text ends with a name, however that is written. */
    static boolean endsWith(String text, String name) {
        List<String> words = NameWords.of(text);
        List<String> wanted = NameWords.of(name);
        return !wanted.isEmpty()
                && words.size() >= wanted.size()
                && words.subList(words.size() - wanted.size(), words.size()).equals(wanted);
    }
}
