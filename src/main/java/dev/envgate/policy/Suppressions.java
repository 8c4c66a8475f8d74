package dev.envgate.policy;

import dev.envgate.ledger.Finding;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The suppressions that hold today. */
record Suppressions(List<Suppression> all, LocalDate today) implements Sieve {
    @Override
    public SetAside.By by() {
        return SetAside.By.SUPPRESSION;
    }

    @Override
    public Optional<String> why(Finding finding) {
        return all.stream()
                .filter(each -> !each.expired(today) && each.fits(finding))
                .findFirst()
                .map(each -> "The configuration suppresses it: " + each.reason());
    }

    /** Those that hold no more. */
    List<Suppression> expired() {
        return all.stream().filter(each -> each.expired(today)).toList();
    }

    /** Those that hold and that no finding needs. */
    List<Suppression> unused(List<Finding> found) {
        return all.stream()
                .filter(each -> !each.expired(today) && found.stream().noneMatch(each::fits))
                .toList();
    }
}
