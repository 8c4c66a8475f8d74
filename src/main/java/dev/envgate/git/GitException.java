package dev.envgate.git;

/** The repository cannot be read as meant. */
public final class GitException extends Exception {
    private static final long serialVersionUID = 1;

    private final String hint;

    /** {@code message} is half a sentence that can follow "because", {@code hint} what to do about it. */
    GitException(String message, String hint) {
        super(message);
        this.hint = hint;
    }

    /** Half a sentence that can follow "because". */
    public String why() {
        return String.valueOf(getMessage());
    }

    public String hint() {
        return hint;
    }

    /** Something that no repository should look like. */
    static GitException broken(String what) {
        return new GitException(what + " cannot be read", "`git fsck` says what is wrong with the repository.");
    }
}
