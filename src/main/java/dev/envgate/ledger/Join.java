package dev.envgate.ledger;

import java.util.List;

/**
 * Joins the facts of one run into the ledger: one row for each service, container and name that is declared, configured or deployed.
 *
 * <p>A declaration concerns the application, and a task definition may hold sidecars beside it. A declared name therefore has its rows
 * in the containers that have it, whichever they are. A declared name that no container has gets one row, charged to the container of
 * the application: the one that was asked for, else, agents and log routers last, the one with the most declared names; among equals one
 * that is not known as a sidecar (nginx, a log router, an agent), then the one whose name is most like the service's, then the first. A declared name that only such
 * sidecars have, and that is none of their own ({@code DD_API_KEY} in the Datadog agent), gets a row there and one in the application.
 *
 * <p>{@code @service api} in the contract keeps a name from being looked for in other services than those with {@code api} in their names.
 *
 * <p>A station says <em>absent</em> only when its list of names is complete: with a gap, with {@code environmentFiles}, with several task
 * definitions that do not agree, and when it was not looked at, it says <em>unknown</em> and why.
 */
public final class Join {
    private Join() {}

    /**
     * What was found out.
     *
     * @param notVerified what AWS could not tell and stands neither in a deployment nor in the stores
     * @param containers the only containers to look at; none for all
     * @param strict whether every declared name is required, whatever its declaration says
     * @param conventions what the configuration says of names
     */
    public record Facts(
            Contract contract,
            Code code,
            Configuration configuration,
            List<Service> services,
            Stores stores,
            Identity identity,
            List<NotVerified> notVerified,
            List<String> containers,
            boolean strict,
            Conventions conventions) {
        public Facts {
            services = List.copyOf(services);
            containers = List.copyOf(containers);
            notVerified = List.copyOf(notVerified);
        }

        /** Without a configuration. */
        public Facts(
                Contract contract,
                Code code,
                Configuration configuration,
                List<Service> services,
                Stores stores,
                Identity identity,
                List<NotVerified> notVerified,
                List<String> containers,
                boolean strict) {
            this(
                    contract,
                    code,
                    configuration,
                    services,
                    stores,
                    identity,
                    notVerified,
                    containers,
                    strict,
                    Conventions.NEUTRAL);
        }
    }

    /**
     * A service to look at.
     *
     * @param definitions the task definition of Terraform that it runs; several when it cannot be told which, none when there is none
     * @param services its {@code aws_ecs_service} in Terraform
     * @param environment the environment that it was looked at in, as the configuration calls it; empty without one
     * @param prefixes what the names of its secrets and parameters begin with; none when that is not said
     */
    public record Service(
            String service,
            String cluster,
            List<TaskDefinition> definitions,
            List<ServiceDefinition> services,
            Deployment deployment,
            String environment,
            List<String> prefixes) {
        public Service {
            prefixes = List.copyOf(prefixes);
            definitions = List.copyOf(definitions);
            services = List.copyOf(services);
        }

        /** Without an environment, and without prefixes. */
        public Service(
                String service,
                String cluster,
                List<TaskDefinition> definitions,
                List<ServiceDefinition> services,
                Deployment deployment) {
            this(service, cluster, definitions, services, deployment, "", List.of());
        }
    }

    public static Ledger of(Facts facts) {
        Declared declared =
                Declared.of(facts.contract(), facts.code(), facts.conventions().classes(), facts.strict());
        List<ServiceLedger> services = facts.services().stream()
                .map(each -> new ServiceJoin(
                                facts,
                                declared.in(Told.environment(each, facts.conventions()), facts.conventions()),
                                each)
                        .ledger())
                .toList();
        return new Ledger(facts.identity(), services, new Unverified(facts, services).list(), facts.conventions());
    }
}
