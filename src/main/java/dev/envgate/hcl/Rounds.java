package dev.envgate.hcl;

/** Tells the rounds of a {@code for} apart: the same text in another round is another value. */
final class Rounds {
    private Rounds() {}

    /** The values that the loop variables mentioned in an expression have, as one string; empty outside of loops. */
    static String of(Expression expression, Scope scope) {
        if (!(scope instanceof LocalNames loop)) {
            return "";
        }
        StringBuilder round = new StringBuilder();
        for (String name : FreeNames.in(expression)) {
            loop.local(name)
                    .ifPresent(value -> round.append(name)
                            .append('=')
                            .append(Fingerprint.of(value))
                            .append(';'));
        }
        return round.toString();
    }
}
