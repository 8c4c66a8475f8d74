package dev.envgate.aws;

/**
 * Which calls AWS counts together, for each account and region, and how many of them it lets through in a second for as long as one likes. A
 * run over many services stays at that rate: what AWS lets through besides for a moment is left to the deploys of the same account.
 */
enum Budget {
    CLUSTERS(20),
    SERVICES(20),
    TASK_DEFINITIONS(20),
    TASKS(20),
    SECRETS(10_000),
    SECRET_VERSIONS(50),
    SECRET_LISTS(100),
    SECRET_POLICIES(50),
    PARAMETERS(40),
    PARAMETER_LISTS(20),
    KEYS(2_000),
    OBJECTS(1_000),
    RULES(50),
    IMAGES(1_000),
    LOGINS(600),

    /** AWS publishes no number for it: a careful guess, which throttling makes smaller. */
    IDENTITIES(10);

    private final int perSecond;

    Budget(int perSecond) {
        this.perSecond = perSecond;
    }

    /** That of an operation. */
    static Budget of(Operation operation) {
        return switch (operation) {
            case LIST_CLUSTERS -> CLUSTERS;
            case DESCRIBE_SERVICES, LIST_SERVICES -> SERVICES;
            case DESCRIBE_TASK_DEFINITION -> TASK_DEFINITIONS;
            case DESCRIBE_TASKS, LIST_TASKS -> TASKS;
            case DESCRIBE_SECRET, GET_SECRET_VALUE -> SECRETS;
            case LIST_SECRET_VERSION_IDS -> SECRET_VERSIONS;
            case LIST_SECRETS -> SECRET_LISTS;
            case GET_RESOURCE_POLICY -> SECRET_POLICIES;
            case GET_PARAMETERS -> PARAMETERS;
            case DESCRIBE_PARAMETERS -> PARAMETER_LISTS;
            case DESCRIBE_KEY -> KEYS;
            case GET_OBJECT -> OBJECTS;
            case BATCH_GET_IMAGE, GET_DOWNLOAD_URL_FOR_LAYER -> IMAGES;
            case LIST_RULE_NAMES_BY_TARGET, LIST_TARGETS_BY_RULE, DESCRIBE_RULE, LIST_SCHEDULES, GET_SCHEDULE -> RULES;
            case GET_CALLER_IDENTITY, ASSUME_ROLE -> LOGINS;
            case SIMULATE_PRINCIPAL_POLICY,
                    GET_ROLE,
                    LIST_ATTACHED_ROLE_POLICIES,
                    LIST_ROLE_POLICIES,
                    GET_ROLE_POLICY,
                    GET_POLICY,
                    GET_POLICY_VERSION -> IDENTITIES;
        };
    }

    int perSecond() {
        return perSecond;
    }

    /** IAM is one for all regions of an account. */
    String place(String region) {
        return this == IDENTITIES ? "" : region;
    }
}
