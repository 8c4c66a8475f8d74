package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.ServiceLedger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Settings that choose one of several things, as their comment says ({@code # Options: aws, azure, local}), and that Terraform gives a value:
 * what begins with the name of another option belongs to what was not chosen.
 */
final class Selectors {
    private static final Pattern OPTIONS = Pattern.compile(
            "(?i)\\b(?:options?|choices|one of|either|allowed|possible values|supported(?: values)?|values)\\b ?(?:are)? ?[:=]? ?([\\w\"'`-]{2,30}(?: ?(?:[,|/]|\\bor\\b) ?(?:or )?[\\w\"'`-]{2,30}){1,20})");
    private static final Pattern BETWEEN = Pattern.compile("[^\\w-]+(?:or +)?| +or +");

    private final List<Selector> selectors;

    /** A setting, what it can be, and which of that it is. */
    private record Selector(Name name, List<String> options, String chosen) {}

    Selectors(ServiceLedger service) {
        selectors = service.contract().declarations().stream()
                .flatMap(declaration -> selector(service, declaration).stream())
                .toList();
    }

    private static Optional<Selector> selector(ServiceLedger service, Declaration declaration) {
        List<String> options = declaration.comment().stream()
                .map(Selectors::options)
                .filter(each -> each.size() > 1)
                .findFirst()
                .orElse(List.of());
        List<String> chosen = options.isEmpty()
                ? options
                : options.stream()
                        .filter(option -> given(service, declaration.name())
                                .anyMatch(value -> value.compare(new HiddenValue.Known(option)) == Agreement.SAME))
                        .toList();
        return chosen.size() == 1
                ? Optional.of(new Selector(declaration.name(), options, chosen.getFirst()))
                : Optional.empty();
    }

    private static List<String> options(String comment) {
        Matcher matcher = OPTIONS.matcher(comment);
        return matcher.find()
                ? Arrays.stream(BETWEEN.split(matcher.group(1), -1))
                        .filter(each -> !each.isEmpty())
                        .toList()
                : List.of();
    }

    private static Stream<HiddenValue> given(ServiceLedger service, Name name) {
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .filter(each -> each.row().name().equals(name) && each.configured())
                .flatMap(Subject::values);
    }

    /** Half a sentence that can follow a semicolon, for a name of what was not chosen. */
    Optional<String> why(Name name) {
        List<String> words = NameWords.of(name.text());
        return selectors.stream()
                .filter(selector -> !begins(words, selector.chosen())
                        && selector.options().stream().anyMatch(option -> begins(words, option)))
                .map(selector -> "Terraform sets `%s` to another of its options".formatted(selector.name()))
                .findFirst();
    }

    private static boolean begins(List<String> words, String option) {
        List<String> own = NameWords.of(option.toUpperCase(Locale.ROOT));
        return words.size() > own.size() && words.subList(0, own.size()).equals(own);
    }
}
