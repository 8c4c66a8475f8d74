package dev.envgate.ledger;

/**
 * A pattern for names, as shells write it: {@code *} stands for any letters, {@code ?} for one; everything else for itself.
 *
 * @param text as written; empty matches every name
 */
public record Wildcard(String text) {
    /** Matches every name. */
    public static final Wildcard ANY = new Wildcard("");

    /** Whether the whole name is meant. It takes time in proportion to both lengths at worst. */
    public boolean matches(String name) {
        return text.isEmpty() || matchesAll(name);
    }

    private boolean matchesAll(String name) {
        int at = 0;
        int pattern = 0;
        int star = -1;
        int resumed = 0;
        while (at < name.length()) {
            if (pattern < text.length() && text.charAt(pattern) == '*') {
                star = pattern++;
                resumed = at;
            } else if (pattern < text.length() && fits(pattern, name.charAt(at))) {
                pattern++;
                at++;
            } else if (star >= 0) {
                pattern = star + 1;
                at = ++resumed;
            } else {
                return false;
            }
        }
        return text.substring(pattern).replace("*", "").isEmpty();
    }

    private boolean fits(int pattern, char c) {
        return text.charAt(pattern) == '?' || text.charAt(pattern) == c;
    }

    @Override
    public String toString() {
        return text;
    }
}
