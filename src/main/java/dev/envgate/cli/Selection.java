package dev.envgate.cli;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.ledger.Uncreated;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The one service that a run is about, and what the configuration has for it.
 *
 * @param service its name, or what is known of it; the family where no service is defined
 * @param named whether the name is known to the last letter, so that AWS can be asked for it
 * @param cluster empty when it is not known
 * @param definitions the task definition that it runs; several when only the running family can tell which
 */
record Selection(
        String service,
        boolean named,
        String cluster,
        List<TaskDefinition> definitions,
        List<ServiceDefinition> services) {
    private static final int CHOICES_SHOWN = 20;

    /**
     * Chooses by what was asked for, and by what there is only one of.
     *
     * @param family the family that runs, where a file says so; empty when it is not known yet
     */
    static Selection choose(Configuration configuration, String service, String cluster, String family) throws Misuse {
        if (configuration.taskDefinitions().isEmpty()) {
            return nothingCreated(configuration, service, cluster);
        }
        return family.isEmpty()
                ? new Choice(configuration, service, cluster).byService()
                : new Choice(configuration, service, cluster).byFamily(family);
    }

    /** A family that no service runs, whatever services there are. */
    static Selection ofFamily(Configuration configuration, String family, String cluster) throws Misuse {
        List<TaskDefinition> fitting = best(configuration.taskDefinitions(), TaskDefinition::family, family);
        if (configuration.taskDefinitions().isEmpty()
                || (fitting.isEmpty() && certainly(configuration, family, each -> !each.service()))) {
            return nothingCreated(configuration, family, cluster);
        }
        if (fitting.isEmpty()) {
            throw new Misuse(
                    "The configuration has no task definition of the family `%s`; it has %s."
                            .formatted(
                                    family,
                                    listed(
                                            configuration.taskDefinitions(),
                                            each -> each.family().toString(),
                                            TaskDefinition::address)),
                    "choose one of them with `--family`.");
        }
        if (fitting.size() > 1) {
            throw several(
                    "task definition of family `" + family + "`",
                    fitting,
                    TaskDefinition::address,
                    TaskDefinition::address,
                    "--var");
        }
        return new Selection(family, false, cluster, fitting, List.of());
    }

    /** A service that Terraform describes and does not create: there is nothing of it to look at, and that is no mistake of whoever asks. */
    private static Selection nothingCreated(Configuration configuration, String service, String cluster) throws Misuse {
        List<Uncreated> described = configuration.uncreated();
        if (described.isEmpty()) {
            throw nothingFound(configuration);
        }
        List<Uncreated> services = described.stream().filter(Uncreated::service).toList();
        List<Uncreated> choices = services.isEmpty() ? described : services;
        if (!service.isEmpty() && described.stream().noneMatch(each -> each.called(service))) {
            throw new Misuse(
                    "The configuration has no ECS service `%s`; it has %s."
                            .formatted(
                                    service, listed(choices, each -> each.name().toString(), Uncreated::address)),
                    "choose one of them with `--service`.");
        }
        if (service.isEmpty() && choices.size() > 1) {
            throw several("ECS service", choices, each -> each.name().toString(), Uncreated::address, "--service");
        }
        return new Selection(
                service.isEmpty() ? title(choices.getFirst()) : service, false, cluster, List.of(), List.of());
    }

    /** Beside others that are created, only what is known to be called so is taken for what was asked for. */
    private static boolean certainly(Configuration configuration, String wanted, Predicate<Uncreated> kind) {
        return configuration.uncreated().stream()
                .filter(kind)
                .anyMatch(each -> each.address().equals(wanted) || each.name().matches(wanted) == Agreement.SAME);
    }

    private static String title(Uncreated only) {
        String name = only.name().toString();
        return name.isEmpty() ? only.address() : name;
    }

    /** Whether Terraform creates nothing of it. */
    boolean uncreated() {
        return definitions.isEmpty();
    }

    /** The same service, with only the task definitions whose family can be the one that runs. */
    Selection running(String family) throws Misuse {
        List<TaskDefinition> fitting = best(definitions, TaskDefinition::family, family);
        if (fitting.isEmpty()) {
            throw otherFamily(family, definitions);
        }
        return new Selection(service, named, cluster, fitting, services);
    }

    /** The choice while it is being made. */
    private record Choice(Configuration configuration, String service, String cluster) {
        Selection byFamily(String family) throws Misuse {
            List<TaskDefinition> fitting = best(configuration.taskDefinitions(), TaskDefinition::family, family);
            if (fitting.isEmpty()) {
                throw otherFamily(family, configuration.taskDefinitions());
            }
            if (fitting.size() > 1) {
                throw several(
                        "task definition of family `" + family + "`",
                        fitting,
                        TaskDefinition::address,
                        TaskDefinition::address,
                        "--var");
            }
            List<ServiceDefinition> running = asked().stream()
                    .filter(each ->
                            each.taskDefinitions().contains(fitting.getFirst().address()))
                    .toList();
            String name = running.size() == 1 ? running.getFirst().name().toString() : family;
            return new Selection(service.isEmpty() ? name : service, true, cluster, fitting, running);
        }

        Selection byService() throws Misuse {
            List<ServiceDefinition> asked = asked();
            if (asked.size() > 1) {
                throw several(
                        "ECS service", asked, each -> each.name().toString(), ServiceDefinition::address, "--service");
            }
            if (asked.size() == 1) {
                return of(asked.getFirst());
            }
            if (certainly(configuration, service, Uncreated::service)) {
                return new Selection(service, false, cluster, List.of(), List.of());
            }
            if (!configuration.services().isEmpty()) {
                throw notThere();
            }
            return service.isEmpty() ? onlyFamily() : withoutService();
        }

        /** No service is defined and none was asked for: the family stands for it. */
        private Selection onlyFamily() throws Misuse {
            List<TaskDefinition> definitions = configuration.taskDefinitions();
            if (definitions.size() > 1) {
                throw several(
                        "task definition",
                        definitions,
                        each -> each.family().toString(),
                        TaskDefinition::address,
                        "--service");
            }
            return new Selection(definitions.getFirst().family().toString(), false, cluster, definitions, List.of());
        }

        /**
         * What was asked for is a family, or a service that is defined elsewhere and runs one of the families. Whoever names a cluster as well
         * means a service, also where it is called like its family: the newest revision may be one that it does not run.
         */
        private Selection withoutService() {
            List<TaskDefinition> family =
                    agreeing(configuration.taskDefinitions(), TaskDefinition::family, service, Agreement.SAME);
            return family.size() == 1
                    ? new Selection(service, !cluster.isEmpty(), cluster, family, List.of())
                    : new Selection(service, true, cluster, configuration.taskDefinitions(), List.of());
        }

        private Misuse notThere() {
            String wanted = Stream.of(service, cluster)
                    .filter(each -> !each.isEmpty())
                    .map(each -> "`" + each + "`")
                    .collect(Collectors.joining(" in the cluster "));
            return new Misuse(
                    "The configuration has no ECS service %s; it has %s."
                            .formatted(
                                    wanted,
                                    listed(
                                            configuration.services(),
                                            each -> each.name().toString(),
                                            ServiceDefinition::address)),
                    "choose one of them with `--service` and `--cluster`.");
        }

        private Selection of(ServiceDefinition only) {
            List<TaskDefinition> run = configuration.taskDefinitions().stream()
                    .filter(each -> only.taskDefinitions().contains(each.address()))
                    .toList();
            boolean clusterKnown = cluster.isEmpty() && only.cluster().known();
            boolean asked = !service.isEmpty() && !only.address().equals(service);
            return new Selection(
                    asked ? service : only.name().toString(),
                    asked || only.name().known(),
                    clusterKnown ? only.cluster().toString() : cluster,
                    run.isEmpty() ? configuration.taskDefinitions() : run,
                    List.of(only));
        }

        /** By the address of its block, which is known where the name is not; else by its name. */
        private List<ServiceDefinition> called() {
            List<ServiceDefinition> atAddress = configuration.services().stream()
                    .filter(each -> each.address().equals(service))
                    .toList();
            return atAddress.isEmpty() ? best(configuration.services(), ServiceDefinition::name, service) : atAddress;
        }

        /** The services that can be meant; all of them when none was asked for. */
        private List<ServiceDefinition> asked() {
            List<ServiceDefinition> named = service.isEmpty() ? configuration.services() : called();
            return cluster.isEmpty() ? named : best(named, ServiceDefinition::cluster, cluster);
        }
    }

    /** Those that are the text; when there are none, those that could be. */
    private static <T> List<T> best(List<T> candidates, Function<T, Symbolic> text, String wanted) {
        List<T> same = agreeing(candidates, text, wanted, Agreement.SAME);
        return same.isEmpty() ? agreeing(candidates, text, wanted, Agreement.UNKNOWN) : same;
    }

    private static <T> List<T> agreeing(
            List<T> candidates, Function<T, Symbolic> text, String wanted, Agreement agreement) {
        return candidates.stream()
                .filter(each -> text.apply(each).matches(wanted) == agreement)
                .toList();
    }

    private static Misuse nothingFound(Configuration configuration) {
        String because = configuration.gaps().stream()
                .limit(3)
                .map(gap -> " It could not be read completely: " + gap.why() + ".")
                .collect(Collectors.joining());
        return new Misuse(
                "No ECS task definition was found in `" + configuration.root() + "`." + because,
                "name the directory that is given to `terraform apply` with `--terraform DIR`, "
                        + "give the variables that switch one on with `--var-file` or `--var`, "
                        + "or name a task definition with `--task-definition FILE`.");
    }

    private static Misuse otherFamily(String family, List<TaskDefinition> definitions) {
        return new Misuse(
                "What runs is of the family `%s`, and the configuration has %s."
                        .formatted(
                                family,
                                listed(definitions, each -> each.family().toString(), TaskDefinition::address)),
                "choose the Terraform root, the variables or the service that belong together.");
    }

    private static <T> Misuse several(
            String noun, List<T> found, Function<T, String> name, Function<T, String> address, String option) {
        return new Misuse(
                "There is more than one %s: %s.".formatted(noun, listed(found, name, address)),
                "choose one with `%s`, or let `envgate init` write a configuration of all.".formatted(option));
    }

    /** By their names; those that have none, or the same one, with their addresses. */
    private static <T> String listed(List<T> found, Function<T, String> name, Function<T, String> address) {
        Map<String, Long> times = found.stream().collect(Collectors.groupingBy(name, Collectors.counting()));
        List<String> all = found.stream()
                .map(each ->
                        titled(name.apply(each), address.apply(each), times.getOrDefault(name.apply(each), 0L) > 1))
                .distinct()
                .sorted()
                .toList();
        String shown = all.stream().limit(CHOICES_SHOWN).collect(Collectors.joining(", "));
        return all.size() > CHOICES_SHOWN ? shown + " and " + (all.size() - CHOICES_SHOWN) + " more" : shown;
    }

    private static String titled(String name, String address, boolean shared) {
        if (name.isEmpty() || name.equals(address)) {
            return "`" + address + "`";
        }
        return "`" + name + "`" + (shared ? " (`" + address + "`)" : "");
    }
}
