package dev.envgate.dotenv;

/**
 * What an assignment gives its name. It may be a real secret that somebody pasted, so it is judged and never shown.
 *
 * @param text without its quotes, with escapes resolved
 * @param literal whether {@code $} and {@code <%} mean nothing in it, as in single quotes
 */
record Value(String text, boolean literal) {
    static final Value EMPTY = new Value("", true);

    @Override
    public String toString() {
        return "value";
    }
}
