package dev.envgate.hcl;

import java.util.ArrayDeque;
import java.util.Deque;

/** Counts how often a regular expression repeats its smallest part: RE2 refuses more than 1,000, and RE2/J fills the memory with copies. */
final class Repeats {
    private static final long MOST = 1_000;

    private final String pattern;
    private final Deque<Long> groups = new ArrayDeque<>();
    private int at;
    private long inGroup = 1;
    private long last = 1;

    private Repeats(String pattern) {
        this.pattern = pattern;
    }

    static boolean tooMany(String pattern) {
        return most(pattern) > MOST;
    }

    /** How often the part that is repeated most often is; beyond what is allowed it is not counted to its end. */
    static long most(String pattern) {
        return new Repeats(pattern).most();
    }

    private long most() {
        while (at < pattern.length() && inGroup <= MOST) {
            step(pattern.charAt(at++));
        }
        return inGroup;
    }

    private void step(char c) {
        switch (c) {
            case '(' -> open();
            case ')' -> close();
            case '{' -> count();
            case '?', '*', '+' -> {}
            case '\\' -> skipEscape();
            case '[' -> skipClass();
            default -> last = 1;
        }
    }

    private void open() {
        groups.push(inGroup);
        inGroup = 1;
        last = 1;
    }

    private void close() {
        last = inGroup;
        inGroup = Math.max(inGroup, groups.isEmpty() ? 1 : groups.pop());
    }

    /** {@code n}, {@code n,} or {@code n,m} and a brace; anything else is text. */
    private void count() {
        long times = 0;
        int from = at;
        while (at < pattern.length() && (isDigit() || pattern.charAt(at) == ',') && at - from < 10) {
            times = isDigit()
                    ? times * 10 + pattern.charAt(at) - '0'
                    : at + 1 < pattern.length() && pattern.charAt(at + 1) != '}' ? 0 : times;
            at++;
        }
        boolean counts = at > from && at < pattern.length() && pattern.charAt(at) == '}';
        last = counts ? last * Math.max(1, times) : 1;
        inGroup = Math.max(inGroup, last);
    }

    private boolean isDigit() {
        return pattern.charAt(at) >= '0' && pattern.charAt(at) <= '9';
    }

    private void skipEscape() {
        last = 1;
        int end = pattern.startsWith("Q", at) ? pattern.indexOf("\\E", at) : at;
        at = end < 0 ? pattern.length() : end + 1;
    }

    private void skipClass() {
        last = 1;
        at += pattern.startsWith("^", at) ? 1 : 0;
        at += pattern.startsWith("]", at) ? 1 : 0;
        while (at < pattern.length() && pattern.charAt(at) != ']') {
            int posix = pattern.startsWith("[:", at) ? pattern.indexOf(":]", at + 2) : -1;
            at = posix >= 0 ? posix + 2 : at + (pattern.charAt(at) == '\\' ? 2 : 1);
        }
        at++;
    }
}
