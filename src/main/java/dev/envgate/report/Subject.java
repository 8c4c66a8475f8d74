package dev.envgate.report;

import dev.envgate.ledger.Finding;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a finding is about, in one line. */
final class Subject {
    private Subject() {}

    /** Name, container and service, as far as there are: {@code TOKEN in web of shop (production)}. */
    static String of(Finding finding) {
        String where = Stream.of(container(finding), service(finding))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" of "));
        return Stream.of(finding.name(), where).filter(part -> !part.isEmpty()).collect(Collectors.joining(" in "));
    }

    /** The container, unless it is called as its service is. */
    static String container(Finding finding) {
        return finding.container().equals(finding.service()) ? "" : finding.container();
    }

    /** The service, and the environment where there is one. */
    static String service(Finding finding) {
        return finding.service().isEmpty() || finding.environment().isEmpty()
                ? finding.service()
                : finding.service() + " (" + finding.environment() + ")";
    }
}
