package dev.envgate.ledger;

import java.util.List;

/**
 * One service: what Terraform has for it, what runs, and the rows of its containers.
 *
 * @param root where its Terraform was read from, as shown to people
 * @param definitions its task definition in Terraform; none when there is none, several when it cannot be told which
 * @param others the task definitions of Terraform that are not its own
 * @param services its {@code aws_ecs_service} in Terraform
 * @param iam who may read which secret, by Terraform
 * @param contract what its application says it needs
 * @param code what its application reads
 * @param environment the environment that it was looked at in, as the configuration calls it; empty without one
 * @param identity the account and region that it was looked for in
 * @param copying the pipelines of the repository that deploy a copy of what runs
 * @param fetches what ECS fetches for its containers, and whether the execution role may
 * @param keeping what the stores keep under the prefixes of names that are its own
 * @param switchedOff what its task definitions would have if switches of the root were on
 * @param probes its endpoints that were called; none but after a deploy
 */
public record ServiceLedger(
        String service,
        String cluster,
        String root,
        List<TaskDefinition> definitions,
        List<TaskDefinition> others,
        List<ServiceDefinition> services,
        Iam iam,
        Deployment deployment,
        Contract contract,
        Code code,
        List<ContainerLedger> containers,
        String environment,
        Identity identity,
        List<Copying> copying,
        List<Fetch> fetches,
        Keeping keeping,
        List<SwitchedOff> switchedOff,
        List<Probe> probes) {
    public ServiceLedger {
        definitions = List.copyOf(definitions);
        others = List.copyOf(others);
        services = List.copyOf(services);
        containers = List.copyOf(containers);
        copying = List.copyOf(copying);
        fetches = List.copyOf(fetches);
        switchedOff = List.copyOf(switchedOff);
        probes = List.copyOf(probes);
    }

    /** Without an environment, and with nobody asked. */
    public ServiceLedger(
            String service,
            String cluster,
            String root,
            List<TaskDefinition> definitions,
            List<TaskDefinition> others,
            List<ServiceDefinition> services,
            Deployment deployment,
            Contract contract,
            Code code,
            List<ContainerLedger> containers) {
        this(
                service,
                cluster,
                root,
                definitions,
                others,
                services,
                Iam.NONE,
                deployment,
                contract,
                code,
                containers,
                "",
                Identity.NONE,
                List.of(),
                List.of(),
                Keeping.NONE,
                List.of(),
                List.of());
    }

    /** The same with endpoints that were called. */
    ServiceLedger with(List<Probe> called) {
        return new ServiceLedger(
                service,
                cluster,
                root,
                definitions,
                others,
                services,
                iam,
                deployment,
                contract,
                code,
                containers,
                environment,
                identity,
                copying,
                fetches,
                keeping,
                switchedOff,
                called);
    }

    /** What tells it from the other services of a run: its name, and the environment where there is one. */
    public String title() {
        return environment.isEmpty() ? service : service + " (" + environment + ")";
    }
}
