package dev.envgate.rule;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A name that Terraform gives the container and the running task definition does not have. */
final class Undeployed implements Rule {
    @Override
    public String id() {
        return "undeployed";
    }

    @Override
    public String summary() {
        return "Terraform gives the container a name that the running task definition does not have.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        if (service.deployment() instanceof Deployment.Missing missing) {
            return Stream.of(missing(service, missing));
        }
        Neighbours neighbours = Neighbours.of(service);
        return service.containers().stream().flatMap(container -> container(service, container, neighbours));
    }

    /** Nothing runs: one fault, not one for each name. */
    private Finding missing(ServiceLedger service, Deployment.Missing missing) {
        String where = missing.cluster().isEmpty() ? "in any cluster" : "in the cluster `" + missing.cluster() + "`";
        return new Finding(
                id(),
                Severity.ERROR,
                service.service(),
                "",
                "",
                "There is no service `%s` %s, so nothing of what Terraform has for it runs."
                        .formatted(missing.service(), where),
                "check name, cluster, account and region; for a service that is new, " + new NextStep(service).deploy(),
                new Whereabouts(service).place());
    }

    private Stream<Finding> container(ServiceLedger service, ContainerLedger container, Neighbours neighbours) {
        List<Subject> missing = Subject.of(service, container)
                .filter(each -> each.configured() && each.notDeployed() && !each.brokenBeforeDeploy())
                .toList();
        return container.deployed() instanceof Presence.Absent
                        && container.configured() instanceof Presence.Present(Place place)
                ? wholly(missing, place)
                : missing.stream().map(each -> name(each, neighbours));
    }

    /** The whole container does not run: one fault as well. */
    private Stream<Finding> wholly(List<Subject> missing, Place place) {
        return missing.stream()
                .min(Comparator.comparing(each -> Loudness.notLive(each.row())))
                .map(each -> new Finding(
                        id(),
                        Loudness.notLive(each.row()),
                        each.service().service(),
                        each.container().container(),
                        "",
                        "Terraform has the container `%s`, but %s does not, so none of its names runs."
                                .formatted(each.container().container(), new NextStep(each.service()).live()),
                        new NextStep(each.service()).deploy(),
                        place))
                .stream();
    }

    private Finding name(Subject each, Neighbours neighbours) {
        NextStep next = new NextStep(each.service());
        List<Name> enough = neighbours.enough(each.row().name(), row -> row.deployed() instanceof Presence.Present);
        return each.finding(
                this,
                enough.isEmpty() ? Loudness.notLive(each.row()) : Severity.NOTE,
                "It is in Terraform%s, but %s does not have it%s."
                        .formatted(store(each), next.live(), told(each.row().name(), enough)),
                next.deploy(each.container().container(), each.row().name()));
    }

    private static String told(Name name, List<Name> enough) {
        return enough.isEmpty()
                ? ""
                : "; one of %s is enough, and it has another one".formatted(Alternatives.told(name, enough));
    }

    private static String store(Subject each) {
        return each.row().stored() instanceof Presence.Present
                ? each.row().references().stream()
                        .map(Reference::target)
                        .map(Undeployed::store)
                        .findFirst()
                        .orElse("")
                : "";
    }

    private static String store(Reference.Target target) {
        return switch (target) {
            case Reference.Target.SecretArn _, Reference.Target.SecretName _ -> " and in Secrets Manager";
            case Reference.Target.ParameterArn _, Reference.Target.ParameterName _ -> " and in Parameter Store";
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "";
        };
    }
}
