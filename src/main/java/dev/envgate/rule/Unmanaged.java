package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A name that runs and that Terraform does not have: the next apply takes it away. */
final class Unmanaged implements Rule {
    @Override
    public String id() {
        return "unmanaged";
    }

    @Override
    public String summary() {
        return "The running task definition has a name that Terraform does not have, so the next apply takes it away.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream().flatMap(container -> container(service, container)));
    }

    private Stream<Finding> container(ServiceLedger service, ContainerLedger container) {
        Neighbours neighbours = Neighbours.of(service);
        List<Subject> extra = Subject.of(service, container)
                .filter(each -> each.deployed() && each.notConfigured() && !each.refused() && !each.ofTheImage())
                .toList();
        return container.configured() instanceof Presence.Absent
                ? extra.stream().min(Comparator.comparing(Unmanaged::severity)).map(this::wholly).stream()
                : extra.stream().map(each -> name(each, neighbours));
    }

    private static Severity severity(Subject each) {
        return Loudness.liveOnly(each.row());
    }

    private Finding wholly(Subject loudest) {
        return new Finding(
                id(),
                severity(loudest),
                loudest.service().service(),
                loudest.container().container(),
                "",
                "%s has the container `%s`, but Terraform does not, so the next apply takes it and its names away."
                        .formatted(
                                new NextStep(loudest.service()).liveFirst(),
                                loudest.container().container()),
                "add the container to Terraform, or deploy a revision without it.",
                loudest.row().place());
    }

    private Finding name(Subject each, Neighbours neighbours) {
        boolean enough = !neighbours
                .enough(each.row().name(), row -> row.configured() instanceof Presence.Present)
                .isEmpty();
        return each.finding(
                this,
                enough ? Severity.NOTE : severity(each),
                "%s has it, but Terraform does not%s, so the next apply takes it away."
                        .formatted(
                                new NextStep(each.service()).liveFirst(),
                                each.notDeclared() ? ", and nothing declares it" : ""),
                "add it to the container `%s` in Terraform, or deploy a revision without it."
                        .formatted(each.container().container()));
    }
}
