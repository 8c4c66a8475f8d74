package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** AWS keys in a container, which the SDKs take before the role of the task. */
final class StaticCredentials implements Rule {
    private static final List<String> KEYS = List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN");

    @Override
    public String id() {
        return "static-credentials";
    }

    @Override
    public String summary() {
        return "A container is given AWS keys, so that the role of the task is not used.";
    }

    static boolean isKey(Name name) {
        return KEYS.contains(name.text());
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream().flatMap(container -> container(service, container)));
    }

    private Stream<Finding> container(ServiceLedger service, ContainerLedger container) {
        List<Subject> given = Subject.of(service, container)
                .filter(each -> isKey(each.row().name()) && each.certain())
                .toList();
        return given.stream().limit(1).map(first -> finding(first, given, elsewhere(service, container)));
    }

    /** Keys for something that only speaks as AWS does, behind an address of its own. */
    private static boolean elsewhere(ServiceLedger service, ContainerLedger container) {
        return Subject.of(service, container)
                .map(each -> each.row().name().text())
                .anyMatch(name -> name.startsWith("AWS_ENDPOINT_URL") || name.endsWith("S3_ENDPOINT"));
    }

    private Finding finding(Subject first, List<Subject> given, boolean elsewhere) {
        String names = given.stream().map(each -> "`" + each.row().name() + "`").collect(Collectors.joining(", "));
        return first.finding(
                this,
                elsewhere ? Severity.NOTE : Severity.WARNING,
                "The container is given keys of AWS (%s), and the SDKs take them before the role of the task."
                        .formatted(names),
                "take them out of the container `%s`, and give the role of the task the rights that they have."
                        .formatted(first.container().container()));
    }
}
