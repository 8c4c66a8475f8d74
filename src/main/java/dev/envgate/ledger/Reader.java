package dev.envgate.ledger;

/** Whose code reads a variable; only what the application itself reads has to reach its container. */
public enum Reader {
    APPLICATION,
    /** Read while the application is built, and never again: {@code ARG}, {@code import.meta.env}, {@code option_env!}. */
    BUILD,
    TEST,
    /** Shell scripts, Compose, Dockerfiles, continuous integration, examples. */
    TOOLING,
    /** Shell scripts that build images and deploy them, which are run beside the container and never in it. */
    DEPLOYMENT,
    /** Another part of the repository than the one that the contract stands for. */
    ELSEWHERE
}
