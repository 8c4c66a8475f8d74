package dev.envgate.git;

/** An object of the store: its type (commit, tree, blob or tag) and what it holds, which nobody changes. */
@SuppressWarnings("ArrayRecordComponent") // packs are unpacked by array, and no two objects are ever compared
record GitObject(String type, byte[] content) {
    /** It may be any file of the repository. */
    @Override
    public String toString() {
        return type;
    }
}
