package dev.envgate.cli;

/** The environment variables that envgate itself reads. Those of the AWS SDK and {@code TF_VAR_*} are passed on as they are. */
enum Variable {
    /** No colours when it is not empty. */
    NO_COLOR,
    /** Colours off a terminal too, when it is neither empty nor 0. */
    CLICOLOR_FORCE,
    /** How many columns a line may take. */
    COLUMNS,
    /** The locale; it says whether letters beyond ASCII can be shown. */
    LC_ALL,
    /** The locale of characters, when LC_ALL is not set. */
    LC_CTYPE,
    /** The locale, when neither of the other two is set. */
    LANG,
    /** {@code Windows_NT} on Windows. */
    OS
}
