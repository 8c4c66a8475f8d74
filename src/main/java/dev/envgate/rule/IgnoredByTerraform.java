package dev.envgate.rule;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
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
                .map(place -> new Finding(
                        id(), Severity.WARNING, service.service(), "", "", message(next), hint(next), place));
    }

    private static String message(NextStep next) {
        return next.contentIgnored()
                ? "Terraform ignores changes of `container_definitions`, so an apply registers no revision with a new name, and the plan stays clean."
                : "Terraform ignores changes of `task_definition`, so an apply leaves the service on the revision that runs, and the plan stays clean.";
    }

    private static String hint(NextStep next) {
        return next.contentIgnored()
                ? "take `container_definitions` out of `ignore_changes`, or register new revisions from the Terraform files with `terraform apply -replace`."
                : "let the deploy move the service to the revision that Terraform registers, and not to a copy of the running one with another image.";
    }
}
