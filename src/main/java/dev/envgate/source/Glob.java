package dev.envgate.source;

/** Matches a name against a pattern of {@code *}, {@code ?}, {@code [a-z]} and escaped characters, in time that grows with the product of their lengths. */
final class Glob {
    private final String pattern;
    private final String name;

    private Glob(String pattern, String name) {
        this.pattern = pattern;
        this.name = name;
    }

    static boolean matches(String pattern, String name) {
        return pattern.equals(name) ? plain(pattern) : new Glob(pattern, name).matches();
    }

    private static boolean plain(String pattern) {
        return pattern.indexOf('[') < 0 && pattern.indexOf('\\') < 0;
    }

    private boolean matches() {
        int p = 0;
        int n = 0;
        int star = -1;
        int retry = 0;
        while (n < name.length()) {
            int next = p < pattern.length() && pattern.charAt(p) != '*' ? one(p, name.charAt(n)) : -1;
            if (next > 0) {
                p = next;
                n++;
            } else if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                retry = n;
            } else if (star >= 0) {
                p = star + 1;
                n = ++retry;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Where the pattern goes on when its part at {@code p} matches the character; -1 when it does not. */
    private int one(int p, char c) {
        char sign = pattern.charAt(p);
        if (sign == '?') {
            return p + 1;
        }
        if (sign == '[') {
            return inClass(p, c);
        }
        boolean escaped = sign == '\\' && p + 1 < pattern.length();
        char wanted = escaped ? pattern.charAt(p + 1) : sign;
        return wanted == c ? p + (escaped ? 2 : 1) : -1;
    }

    private int inClass(int open, char c) {
        int i = open + 1;
        boolean negated = i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^');
        i += negated ? 1 : 0;
        boolean found = false;
        for (int first = i; i < pattern.length() && (pattern.charAt(i) != ']' || i == first); i++) {
            int named = pattern.startsWith("[:", i) ? pattern.indexOf(":]", i) : -1;
            if (named > 0) {
                found |= named(pattern.substring(i + 2, named), c);
                i = named + 1;
                continue;
            }
            i += pattern.charAt(i) == '\\' && i + 1 < pattern.length() ? 1 : 0;
            char from = pattern.charAt(i);
            boolean range = i + 2 < pattern.length() && pattern.charAt(i + 1) == '-' && pattern.charAt(i + 2) != ']';
            char to = range ? pattern.charAt(i + 2) : from;
            found |= from <= c && c <= to;
            i += range ? 2 : 0;
        }
        return i < pattern.length() && found != negated ? i + 1 : -1;
    }

    private static boolean named(String name, char c) {
        return switch (name) {
            case "alpha" -> Character.isLetter(c);
            case "digit" -> Character.isDigit(c);
            case "alnum" -> Character.isLetterOrDigit(c);
            case "upper" -> Character.isUpperCase(c);
            case "lower" -> Character.isLowerCase(c);
            case "space" -> Character.isWhitespace(c);
            case "punct" -> c > ' ' && c < 127 && !Character.isLetterOrDigit(c);
            default -> false;
        };
    }
}
