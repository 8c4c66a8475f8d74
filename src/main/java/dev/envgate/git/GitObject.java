package dev.envgate.git;

/** An object of the store: its type (commit, tree, blob or tag) and what it holds, which may be any file of the repository. */
final class GitObject {
    private final String type;
    private final byte[] content;

    /** {@code content} is not copied: objects are large, and nobody keeps one. */
    GitObject(String type, byte[] content) {
        this.type = type;
        this.content = content;
    }

    String type() {
        return type;
    }

    byte[] content() {
        return content;
    }
}
