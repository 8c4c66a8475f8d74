package dev.envgate.fleet;

/** Why a file is not the one that is needed: a sentence, and what to do about it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String hint;

    public Refusal(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** The sentence. */
    public String sentence() {
        return String.valueOf(getMessage());
    }

    /** What to do about it. */
    public String hint() {
        return hint;
    }
}
