package dev.envgate.smallaws;

/** What is wrong with a generated service, or nothing. */
public enum Flaw {
    NONE("", ""),
    /** Terraform has the name, and the running revision is older. */
    UNDEPLOYED("undeployed", "SIGNING_KEY"),
    /** Nobody has made the secret. */
    SECRET_MISSING("secret-not-found", "WEBHOOK_SECRET"),
    /** Somebody has deleted it. */
    SECRET_DELETED("secret-deleting", "ENCRYPTION_KEY"),
    /** Nobody has made the parameter. */
    PARAMETER_MISSING("parameter-not-found", "QUEUE_URL"),
    /** The execution role was forgotten. */
    UNREADABLE("secret-unreadable", "API_TOKEN"),
    /** The contract has a name that nobody has put into Terraform. */
    NOT_CONFIGURED("not-configured", "LICENSE_KEY");

    private final String rule;
    private final String variable;

    Flaw(String rule, String variable) {
        this.rule = rule;
        this.variable = variable;
    }

    /** The rule that finds it. */
    public String rule() {
        return rule;
    }

    /** The name that it is found at. */
    public String variable() {
        return variable;
    }
}
