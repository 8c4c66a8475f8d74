package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A name that is declared and that Terraform gives to no container. */
final class NotConfigured implements Rule {
    private static final int OTHERS_SHOWN = 3;

    @Override
    public String id() {
        return "not-configured";
    }

    @Override
    public String summary() {
        return "A name is declared, and Terraform gives it to no container.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        Map<Name, List<Other>> others = others(service);
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .filter(each -> each.declared() && each.notConfigured() && !each.deployed())
                .flatMap(each -> each.row().standing().stream()
                        .flatMap(standing -> finding(
                                each, standing, others.getOrDefault(each.row().name(), List.of()))));
    }

    /** A container of another service that has a name. */
    private record Other(Symbolic family, Symbolic container) {}

    private static Map<Name, List<Other>> others(ServiceLedger service) {
        Map<Name, List<Other>> others = new HashMap<>();
        for (TaskDefinition definition : service.others()) {
            for (ContainerDefinition container : definition.containers()) {
                Other other = new Other(definition.family(), container.name());
                container
                        .entries()
                        .forEach(entry -> others.computeIfAbsent(entry.name(), _ -> new ArrayList<>())
                                .add(other));
            }
        }
        return others;
    }

    private Stream<Finding> finding(Subject each, Standing standing, List<Other> others) {
        List<String> families = families(each, others);
        return Loudness.nowhere(standing).stream()
                .map(severity -> hasDefault(each, standing) ? Loudness.milder(severity) : severity)
                .map(severity -> families.isEmpty() || standing == Standing.REQUIRED
                        ? nowhere(each, severity)
                        : elsewhere(each, Loudness.milder(severity), families));
    }

    /**
     * The families that have the name, where several services share a contract. One whose container has the same name is the same
     * application for another environment, and says nothing of what this one needs.
     */
    private static List<String> families(Subject each, List<Other> others) {
        return others.stream()
                .filter(other -> other.container().matches(each.container().container()) == Agreement.DIFFERENT)
                .map(other -> "`" + other.family() + "`")
                .distinct()
                .sorted()
                .toList();
    }

    private Finding elsewhere(Subject each, Severity severity, List<String> others) {
        return each.finding(
                this,
                severity,
                "It is declared, but Terraform gives it to no container of `%s`, only to those of %s."
                        .formatted(each.service().service(), listed(others)),
                "when `%s` needs it too, add it to `%s` of the container `%s` in Terraform; else say `@service` where it is declared."
                        .formatted(
                                each.service().service(),
                                list(each),
                                each.container().container()));
    }

    private static String listed(List<String> others) {
        String shown = String.join(", ", others.subList(0, Math.min(OTHERS_SHOWN, others.size())));
        return others.size() > OTHERS_SHOWN ? shown + " and " + (others.size() - OTHERS_SHOWN) + " more" : shown;
    }

    private Finding nowhere(Subject each, Severity severity) {
        NextStep next = new NextStep(each.service());
        String live =
                each.notDeployed() && next.runs() ? ", and %s does not have it either".formatted(next.live()) : "";
        return each.finding(
                this,
                severity,
                "It is declared, but Terraform gives it to no container%s.".formatted(live),
                "add it to `%s` of the container `%s` in Terraform%s%s."
                        .formatted(list(each), each.container().container(), orElse(each), byDefault(each)));
    }

    private static String byDefault(Subject each) {
        return each.service().code().alwaysFallsBack(each.row().name()) ? "; the code has a default for it" : "";
    }

    /** A setting that the code can do without. It proves nothing for a secret: what stands in may be a bad one. */
    private static boolean hasDefault(Subject each, Standing standing) {
        return (standing == Standing.SETTING || standing == Standing.DEFAULTED)
                && each.service().code().alwaysFallsBack(each.row().name());
    }

    /** A name that was called required is not to be called something else. */
    private static String orElse(Subject each) {
        return each.row().standing().filter(Standing.REQUIRED::equals).isPresent()
                ? ""
                : ", or mark it `@optional` or `@local` where it is declared";
    }

    private static String list(Subject each) {
        return switch (each.row().kind()) {
            case SECRET -> "secrets";
            case SETTING -> "environment";
        };
    }
}
