package dev.envgate.config;

import dev.envgate.ledger.Wildcard;
import dev.envgate.policy.Grades;
import dev.envgate.policy.Grades.Grade;
import dev.envgate.policy.Grades.Level;
import dev.envgate.text.Problem;
import dev.envgate.yaml.YamlNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code rules}: a severity for each rule, or one with exceptions by name. */
record GradesReader(List<Problem> problems) {
    private static final List<String> LEVELS = List.of("error", "warning", "note", "off");

    /** Grades for a rule's every name come first, so that those for some names win. */
    Grades read(Section section) {
        List<Grade> grades = new ArrayList<>();
        for (YamlNode.Entry entry : section.entries("rules")) {
            String rule = entry.key().text();
            if (!RuleNames.ALL.contains(rule)) {
                problems.add(RuleNames.problem(new Setting(rule, entry.key().span())));
            }
            grades(section, rule, entry.value(), grades);
        }
        grades.sort(Comparator.comparing(grade -> !grade.name().equals(Wildcard.ANY)));
        return new Grades(grades);
    }

    private void grades(Section section, String rule, YamlNode value, List<Grade> grades) {
        if (value instanceof YamlNode.Scalar scalar) {
            level(scalar).ifPresent(level -> grades.add(new Grade(rule, Wildcard.ANY, level)));
            return;
        }
        section.asMapping(rule, value)
                .map(mapping -> new Section("a rule", mapping, List.of("names", "severity"), problems))
                .ifPresent(each -> nested(rule, each, grades));
    }

    private void nested(String rule, Section section, List<Grade> grades) {
        section.node("severity")
                .flatMap(this::level)
                .ifPresent(level -> grades.add(new Grade(rule, Wildcard.ANY, level)));
        for (YamlNode.Entry entry : section.entries("names")) {
            level(entry.value())
                    .ifPresent(level ->
                            grades.add(new Grade(rule, new Wildcard(entry.key().text()), level)));
        }
    }

    private Optional<Level> level(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar && LEVELS.contains(scalar.text())) {
            return Optional.of(Level.valueOf(scalar.text().toUpperCase(Locale.ROOT)));
        }
        String written = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        problems.add(Choices.problem(
                new Setting(written, node.span()),
                "A severity is one of %s.".formatted(Choices.listed(LEVELS)),
                LEVELS));
        return Optional.empty();
    }
}
