package dev.envgate.cli;

import dev.envgate.aws.Asked;
import dev.envgate.aws.Aws;
import dev.envgate.aws.Inventory;
import dev.envgate.config.Settings;
import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Station;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds every service of a run with {@code --all}: those that AWS has and Terraform knows, and those of Terraform that AWS does not have. */
record Everything(InputOptions inputs, AwsOptions aws, Settings settings) {
    /**
     * What was found.
     *
     * @param beside services that nothing could be compared with, and why there may be more
     */
    record Services(List<Target> targets, List<NotVerified> beside) {
        Services {
            targets = List.copyOf(targets);
            beside = List.copyOf(beside);
        }
    }

    /** In each of the places. */
    Services of(List<Target> places, Gathering gathering, FilesRead files) throws Misuse {
        check();
        List<Target> targets = new ArrayList<>();
        List<NotVerified> beside = new ArrayList<>();
        for (Target place : places) {
            List<ServiceDefinition> configured =
                    gathering.reading(place, files).configuration(List.of()).services();
            Inventory inventory = inventory(place, gathering);
            Set<Inventory.Item> all = new LinkedHashSet<>();
            for (Inventory.Item each : inventory.services()) {
                if (configured.stream().anyMatch(definition -> fits(definition, each))) {
                    all.add(each);
                } else {
                    beside.add(unknown(each));
                }
            }
            configured.stream()
                    .filter(each -> each.name().known() && each.cluster().known() && wanted(each))
                    .map(each -> new Inventory.Item(
                            last(each.cluster().toString()), each.name().toString()))
                    .forEach(all::add);
            configured.stream()
                    .filter(each -> undecided(each, inventory.services()))
                    .map(Everything::unknown)
                    .forEach(beside::add);
            all.stream().map(place::of).forEach(targets::add);
            beside.addAll(inventory.gaps());
        }
        if (targets.isEmpty() && beside.isEmpty()) {
            throw new Misuse(
                    "Neither AWS nor Terraform has a service.",
                    "look at a family with `--family`, or name the cluster.");
        }
        return new Services(targets, beside);
    }

    private void check() throws Misuse {
        if (!inputs.service().isEmpty() || !inputs.families().isEmpty()) {
            throw new Misuse(
                    "`--all` says to look at every service, and `--service` or `--family` at some.",
                    "leave one of them out.");
        }
        if (aws.asksNobody()) {
            throw new Misuse(
                    "`--all` asks AWS which services there are.",
                    "leave `--offline`, `--deployed` and `--snapshot` out.");
        }
        if (!settings.services().isEmpty()) {
            throw new Misuse(
                    "The configuration says which services there are, and `--all` asks AWS.", "leave `--all` out.");
        }
    }

    private Inventory inventory(Target place, Gathering gathering) throws Misuse {
        return switch (new Aws(gathering.place(place), aws.traffic()).services(inputs.cluster())) {
            case Asked.Got<Inventory>(Inventory found) -> found;
            case Asked.NotSeen<Inventory>(String why, String hint) ->
                new Inventory(
                        List.of(),
                        List.of(new NotVerified(Station.DEPLOYED, "the services that there are", why, hint)));
        };
    }

    private static boolean fits(ServiceDefinition definition, Inventory.Item found) {
        return definition.name().matches(found.service()) != Agreement.DIFFERENT
                && (!definition.cluster().known()
                        || last(definition.cluster().toString()).equals(found.cluster()));
    }

    /** Whether it is a service of which neither the files nor AWS tell what it is called and where it is. */
    private boolean undecided(ServiceDefinition definition, List<Inventory.Item> found) {
        return !(definition.name().known() && definition.cluster().known())
                && (!definition.cluster().known() || wanted(definition))
                && found.stream().noneMatch(each -> fits(definition, each));
    }

    private boolean wanted(ServiceDefinition definition) {
        return inputs.cluster().isEmpty()
                || last(definition.cluster().toString()).equals(last(inputs.cluster()));
    }

    /** A cluster may be given by its ARN. */
    private static String last(String nameOrArn) {
        return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
    }

    private static NotVerified unknown(ServiceDefinition definition) {
        return new NotVerified(
                Station.DEPLOYED,
                definition.address(),
                "The files do not decide what the service is called or in which cluster it is, and no service that was listed can be it.",
                "give the values with `--var` or `--var-file`.",
                NotVerified.Cause.UNDECIDED);
    }

    private static NotVerified unknown(Inventory.Item found) {
        return new NotVerified(
                Station.CONFIGURED,
                found.service() + " in " + found.cluster(),
                "AWS has the service, and this Terraform does not, so there is nothing to compare it with.",
                "look at it with the Terraform that makes it.",
                NotVerified.Cause.UNDECIDED);
    }
}
