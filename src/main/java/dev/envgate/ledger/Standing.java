package dev.envgate.ledger;

/** What a declaration promises; it decides how loud a missing name is. */
public enum Standing {
    /** {@code @required}, or {@code --strict}. */
    REQUIRED,
    /** A secret: by tag, by name, or because the value is a placeholder. */
    SECRET,
    /** A setting whose example value is empty or a placeholder: nothing to fall back on. */
    SETTING,
    /** A setting with a usable example value. */
    DEFAULTED,
    /** {@code @optional}, or commented out. */
    OPTIONAL,
    /** {@code @local}, or a name that belongs to laptops, tests or builds. */
    LOCAL
}
