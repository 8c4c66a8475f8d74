package dev.envgate.dotenv;

/**
 * What the names under a banner have in common.
 *
 * @param title its words, or empty before the first banner
 * @param opens whether nothing is declared above it, so that it may be the title of the whole file
 */
record Section(String title, boolean opens) {
    static final Section NONE = new Section("", true);
}
