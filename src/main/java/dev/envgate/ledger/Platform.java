package dev.envgate.ledger;

/**
 * What tasks run on.
 *
 * @param launchType {@code FARGATE}, {@code EC2} or {@code EXTERNAL}; empty when it is not said
 * @param family {@code Linux}, {@code Windows Server …}; empty when it is not said
 * @param version the version of Fargate, {@code 1.4.0} or {@code LATEST}; empty when it is not said
 */
public record Platform(Symbolic launchType, Symbolic family, Symbolic version) {
    /** Nothing is said of it: ECS chooses. */
    public static final Platform NOT_SAID = of("", "", "");

    /** One that is known. */
    public static Platform of(String launchType, String family, String version) {
        return new Platform(Symbolic.of(launchType), Symbolic.of(family), Symbolic.of(version));
    }
}
