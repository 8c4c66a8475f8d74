package dev.envgate.aws;

import java.util.Arrays;
import java.util.List;

/**
 * Which calls AWS counts together, for each account and region, and how many of them it lets through in a second for as long as one likes. A
 * run over many services stays at that rate: what AWS lets through besides for a moment is left to the deploys of the same account.
 */
enum Budget {
    CLUSTERS(20, Operation.LIST_CLUSTERS),
    SERVICES(20, Operation.DESCRIBE_SERVICES, Operation.LIST_SERVICES),
    TASK_DEFINITIONS(20, Operation.DESCRIBE_TASK_DEFINITION),
    TASKS(20, Operation.DESCRIBE_TASKS, Operation.LIST_TASKS),
    SECRETS(10_000, Operation.DESCRIBE_SECRET, Operation.GET_SECRET_VALUE),
    SECRET_VERSIONS(50, Operation.LIST_SECRET_VERSION_IDS),
    SECRET_LISTS(100, Operation.LIST_SECRETS),
    SECRET_POLICIES(50, Operation.GET_RESOURCE_POLICY),
    PARAMETERS(40, Operation.GET_PARAMETERS),
    PARAMETER_LISTS(20, Operation.DESCRIBE_PARAMETERS),
    KEYS(2_000, Operation.DESCRIBE_KEY),
    OBJECTS(1_000, Operation.GET_OBJECT),
    RULES(
            50,
            Operation.LIST_RULE_NAMES_BY_TARGET,
            Operation.LIST_TARGETS_BY_RULE,
            Operation.DESCRIBE_RULE,
            Operation.LIST_SCHEDULES,
            Operation.GET_SCHEDULE),
    LOGINS(600, Operation.ASSUME_ROLE, Operation.GET_CALLER_IDENTITY),

    /** AWS publishes no number for it: a careful guess, which throttling makes smaller. */
    IDENTITIES(
            10,
            Operation.SIMULATE_PRINCIPAL_POLICY,
            Operation.GET_ROLE,
            Operation.LIST_ATTACHED_ROLE_POLICIES,
            Operation.LIST_ROLE_POLICIES,
            Operation.GET_ROLE_POLICY,
            Operation.GET_POLICY,
            Operation.GET_POLICY_VERSION);

    private final int perSecond;
    private final List<Operation> operations;

    Budget(int perSecond, Operation... operations) {
        this.perSecond = perSecond;
        this.operations = List.of(operations);
    }

    /** That of an operation; each has one. */
    static Budget of(Operation operation) {
        return Arrays.stream(values())
                .filter(each -> each.operations.contains(operation))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no budget for " + operation));
    }

    int perSecond() {
        return perSecond;
    }

    /** IAM is one for all regions of an account. */
    String place(String region) {
        return this == IDENTITIES ? "" : region;
    }
}
