package dev.envgate.ledger;

/**
 * A secret that ECS fetches for a container's log driver or image, and that is no variable of the container.
 *
 * @param option the option of the log driver that it is for; empty for the registry, and where options are not known
 * @param presence where it is written, and whether it is there for certain
 */
public record Credential(Use use, String option, Reference reference, Presence presence) {
    /** What ECS needs it for. */
    public enum Use {
        LOG_DRIVER("logConfiguration.secretOptions"),
        REGISTRY("repositoryCredentials");

        private final String member;

        Use(String member) {
            this.member = member;
        }

        /** Where it stands in a container definition. */
        public String member() {
            return member;
        }
    }

    /** What it is for: the option, or the member of the container definition where there is none. */
    public String title() {
        return option.isEmpty() ? use.member() : option;
    }
}
