package dev.envgate.config;

import com.google.re2j.PatternSyntaxException;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Environment;
import dev.envgate.ledger.NameClasses;
import dev.envgate.ledger.Shape;
import dev.envgate.ledger.Wildcard;
import dev.envgate.text.Problem;
import dev.envgate.yaml.YamlNode;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads {@code conventions} and {@code classes}. */
record ConventionsReader(List<Problem> problems) {
    private static final List<String> KEYS = List.of("names", "secrets");
    private static final List<String> CLASSES =
            List.of("deployed", "local", "optional", "required", "secret", "setting");

    Conventions read(Section root, List<Environment> environments) {
        Optional<Section> section = sub(root, "conventions", "`conventions`", KEYS);
        return new Conventions(
                section.stream().flatMap(each -> shapes(each, "names")).toList(),
                section.stream().flatMap(each -> shapes(each, "secrets")).toList(),
                environments.isEmpty() ? Environment.USUAL : environments,
                sub(root, "classes", "`classes`", CLASSES)
                        .map(ConventionsReader::classes)
                        .orElse(NameClasses.NONE));
    }

    private Optional<Section> sub(Section root, String key, String what, List<String> keys) {
        return root.node(key)
                .flatMap(node -> root.asMapping(key, node))
                .map((YamlNode.Mapping mapping) -> new Section(what, mapping, keys, problems));
    }

    private Stream<Shape> shapes(Section section, String key) {
        return section.texts(key).stream().flatMap(this::shape);
    }

    private Stream<Shape> shape(Setting expression) {
        try {
            return Stream.of(Shape.of(expression.text()));
        } catch (PatternSyntaxException e) {
            problems.add(new Problem(
                    expression.span(),
                    "This is not a regular expression of RE2.",
                    "Write it like `[A-Z][A-Z0-9_]*`, in single quotes; it must match the whole name.",
                    true));
            return Stream.of();
        }
    }

    private static NameClasses classes(Section section) {
        return new NameClasses(
                patterns(section, "secret"),
                patterns(section, "setting"),
                patterns(section, "required"),
                patterns(section, "optional"),
                patterns(section, "local"),
                patterns(section, "deployed"));
    }

    private static List<Wildcard> patterns(Section section, String key) {
        return section.texts(key).stream()
                .map(each -> new Wildcard(each.text()))
                .toList();
    }
}
