package dev.envgate.config;

import dev.envgate.text.Problem;
import dev.envgate.yaml.YamlNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One mapping of the configuration while it is read: every key that it does not know and every value of the wrong sort becomes a problem. */
final class Section {
    private final String what;
    private final YamlNode.Mapping mapping;
    private final List<Problem> problems;

    /** {@code what} it is, to follow "a key of": "a service"; {@code known} are the keys that it may have. */
    Section(String what, YamlNode.Mapping mapping, List<String> known, List<Problem> problems) {
        this.what = what;
        this.mapping = mapping;
        this.problems = problems;
        mapping.entries().stream()
                .map(YamlNode.Entry::key)
                .filter(key -> !known.contains(key.text()))
                .forEach(key -> problems.add(new Problem(
                        key.span(),
                        "`%s` is no key of %s.".formatted(shown(key.text()), what),
                        Choices.hint(key.text(), known),
                        true)));
    }

    private static String shown(String key) {
        return key.length() > 40 ? key.substring(0, 40) + "…" : key;
    }

    YamlNode.Mapping mapping() {
        return mapping;
    }

    /** Where the mapping begins. */
    Problem lacks(String key, String hint) {
        return new Problem(mapping.span(), "`%s` is missing from %s.".formatted(key, what), hint, true);
    }

    Optional<YamlNode> node(String key) {
        return mapping.entries().stream()
                .filter(entry -> entry.key().text().equals(key))
                .map(YamlNode.Entry::value)
                .findFirst();
    }

    /** A text or a number. */
    Setting text(String key) {
        return node(key).map(node -> scalar(key, node)).orElse(Setting.NONE);
    }

    private Setting scalar(String key, YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
            return new Setting(scalar.text(), scalar.span());
        }
        problems.add(new Problem(node.span(), "`%s` must be a text.".formatted(key), wrong(node)));
        return Setting.NONE;
    }

    private static String wrong(YamlNode node) {
        return switch (node) {
            case YamlNode.Mapping _ -> "Write one text; a mapping stands here.";
            case YamlNode.Sequence _ -> "Write one text; a list stands here.";
            case YamlNode.Scalar _ -> "Write a text, or take the key out.";
        };
    }

    /** One text, or a list of them. */
    List<Setting> texts(String key) {
        return node(key).stream()
                .flatMap(node -> items(key, node))
                .filter(Setting::given)
                .toList();
    }

    private Stream<Setting> items(String key, YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence sequence -> sequence.items().stream().map(item -> scalar(key, item));
            case YamlNode.Mapping _, YamlNode.Scalar _ -> Stream.of(scalar(key, node));
        };
    }

    /** true or false. */
    Setting truth(String key) {
        return choice(key, List.of("true", "false"));
    }

    /** One of several words. */
    Setting choice(String key, List<String> choices) {
        Setting setting = text(key);
        return !setting.given() || choices.contains(setting.text()) ? setting : noChoice(key, setting, choices);
    }

    private Setting noChoice(String key, Setting setting, List<String> choices) {
        problems.add(Choices.problem(
                setting,
                "`%s` must be %s%s.".formatted(key, choices.size() > 1 ? "one of " : "", Choices.listed(choices)),
                choices));
        return Setting.NONE;
    }

    /** A mapping of names to texts. */
    Map<String, Setting> table(String key) {
        return entries(key).stream()
                .collect(Collectors.toMap(
                        entry -> entry.key().text(),
                        entry -> scalar(entry.key().text(), entry.value()),
                        (first, _) -> first,
                        LinkedHashMap::new));
    }

    /** The entries of a mapping; none when it is not there or is something else. */
    List<YamlNode.Entry> entries(String key) {
        return node(key).stream()
                .flatMap(node -> asMapping(key, node).stream())
                .flatMap(found -> found.entries().stream())
                .toList();
    }

    /** The value as a mapping; a key without a value has an empty one. */
    Optional<YamlNode.Mapping> asMapping(String key, YamlNode node) {
        if (node instanceof YamlNode.Mapping found) {
            return Optional.of(found);
        }
        if (node instanceof YamlNode.Scalar scalar && scalar.sort() == YamlNode.Sort.NOTHING) {
            return Optional.of(new YamlNode.Mapping(List.of(), scalar.span()));
        }
        problems.add(new Problem(
                node.span(), "`%s` must be a mapping.".formatted(key), "Write `key: value` lines, indented below it."));
        return Optional.empty();
    }

    /** The items of a list; none when it is not there or is something else. */
    List<YamlNode> list(String key) {
        return node(key).stream().flatMap(node -> asList(key, node)).toList();
    }

    private Stream<YamlNode> asList(String key, YamlNode node) {
        return switch (node) {
            case YamlNode.Sequence sequence -> sequence.items().stream();
            case YamlNode.Mapping _, YamlNode.Scalar _ -> {
                problems.add(new Problem(
                        node.span(),
                        "`%s` must be a list.".formatted(key),
                        "Begin each item with `- `, indented below it."));
                yield Stream.of();
            }
        };
    }
}
