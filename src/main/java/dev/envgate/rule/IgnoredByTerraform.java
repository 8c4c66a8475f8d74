package dev.envgate.rule;

import dev.envgate.ledger.Copying;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.stream.Stream;

/** Terraform is told not to bring changes of the task definition to what runs, so that a clean plan proves nothing. */
final class IgnoredByTerraform implements Rule {
    @Override
    public String id() {
        return "ignored-by-terraform";
    }

    @Override
    public String summary() {
        return "Terraform is told to ignore changes of the task definition, so applying it does not bring a new name to the container.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        NextStep next = new NextStep(service);
        return next.ignored()
                .limit(1)
                .map(place -> service.copying().stream()
                        .findFirst()
                        .map(copying -> copied(service, next, place, copying))
                        .orElseGet(() -> ignored(service, next, place)));
    }

    /** What brings new names is not known: a pipeline that cannot be seen may do it. */
    private Finding ignored(ServiceLedger service, NextStep next, Place place) {
        return finding(service, Severity.NOTE, message(next) + ".", hint(next), place);
    }

    /** Both halves are there, so no name of Terraform ever arrives. */
    private Finding copied(ServiceLedger service, NextStep next, Place place, Copying copying) {
        return finding(
                        service,
                        Severity.WARNING,
                        message(next) + "; and the deploy makes its revisions from a copy of the one that is there.",
                        "let the deploy take the revision that Terraform registers, or take the line out of `ignore_changes`.",
                        place)
                .with(List.of(copying.from(), copying.to()));
    }

    private Finding finding(ServiceLedger service, Severity severity, String message, String hint, Place place) {
        return new Finding(id(), severity, service.service(), "", "", message, hint, place);
    }

    private static String message(NextStep next) {
        return next.contentIgnored()
                ? "Terraform ignores changes of `container_definitions`, so an apply registers no revision with a new name, and the plan stays clean"
                : "Terraform ignores changes of `task_definition`, so an apply leaves the service on the revision that runs, and the plan stays clean";
    }

    private static String hint(NextStep next) {
        return next.contentIgnored()
                ? "take `container_definitions` out of `ignore_changes`, or register new revisions from the Terraform files with `terraform apply -replace`."
                : "let the deploy move the service to the revision that Terraform registers, and not to a copy of the running one with another image.";
    }
}
