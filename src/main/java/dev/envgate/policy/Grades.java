package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Wildcard;
import java.util.List;
import java.util.Optional;

/** How loud a team wants findings to be, by rule and name; the last grade that fits a finding decides. */
public record Grades(List<Grade> grades) implements Sieve {
    /** As loud as the rules say. */
    public static final Grades NONE = new Grades(List.of());

    public Grades {
        grades = List.copyOf(grades);
    }

    /**
     * One decision.
     *
     * @param rule the id of a rule
     * @param name the names that it is about
     */
    public record Grade(String rule, Wildcard name, Level level) {
        private boolean fits(Finding finding) {
            return rule.equals(finding.rule()) && name.matches(finding.name());
        }
    }

    /** How loud, or not at all. */
    public enum Level {
        ERROR,
        WARNING,
        NOTE,
        OFF
    }

    /** The finding as loud as it is wanted. */
    Finding grade(Finding finding) {
        return last(finding)
                .flatMap(grade -> severity(grade.level()))
                .map(finding::with)
                .orElse(finding);
    }

    @Override
    public SetAside.By by() {
        return SetAside.By.CONFIGURATION;
    }

    @Override
    public Optional<String> why(Finding finding) {
        return last(finding)
                .filter(grade -> grade.level() == Level.OFF)
                .map(grade -> "The configuration turns `%s` off%s."
                        .formatted(
                                grade.rule(),
                                grade.name().equals(Wildcard.ANY)
                                        ? ""
                                        : " for `" + grade.name().text() + "`"));
    }

    private Optional<Grade> last(Finding finding) {
        return grades.stream().filter(each -> each.fits(finding)).reduce((_, last) -> last);
    }

    private static Optional<Severity> severity(Level level) {
        return switch (level) {
            case ERROR -> Optional.of(Severity.ERROR);
            case WARNING -> Optional.of(Severity.WARNING);
            case NOTE -> Optional.of(Severity.NOTE);
            case OFF -> Optional.empty();
        };
    }
}
