package dev.envgate.hcl;

import java.math.BigDecimal;
import java.util.Optional;

/** Reads the numbers of the native syntax: digits, at most one point, at most one exponent. */
final class Numbers {
    /** Terraform keeps 512 bits, about 155 digits; what stands behind cannot matter. */
    private static final int DIGITS_KEPT = 1000;

    private static final int LONG_DIGITS = 18;
    private static final int LARGEST_EXPONENT = 100_000_000;

    private Numbers() {}

    /** The number between two offsets, empty when it is none. */
    static Optional<BigDecimal> read(String text, int from, int to) {
        long small = 0;
        int at = from;
        while (at < to && at - from < LONG_DIGITS && isDigit(text.charAt(at))) {
            small = small * 10 + (text.charAt(at++) - '0');
        }
        return at == to && at > from ? Optional.of(BigDecimal.valueOf(small)) : readAny(text, from, to);
    }

    private static Optional<BigDecimal> readAny(String text, int from, int to) {
        int at = digits(text, from, to);
        boolean any = at > from;
        int point = at;
        if (at < to && text.charAt(at) == '.') {
            int after = digits(text, at + 1, to);
            any |= after > at + 1;
            at = after;
        }
        int mantissaEnd = at;
        if (at < to && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < to && (text.charAt(at + 1) == '-' || text.charAt(at + 1) == '+') ? at + 2 : at + 1;
            at = digits(text, sign, to);
            any &= at > sign;
        }
        return any && at == to ? exact(text, from, point, mantissaEnd, to) : Optional.empty();
    }

    private static Optional<BigDecimal> exact(String text, int from, int point, int mantissaEnd, int to) {
        long exponent = mantissaEnd < to ? exponent(text, mantissaEnd + 1, to) : 0;
        if (Math.abs(exponent) > LARGEST_EXPONENT) {
            return Optional.empty();
        }
        int kept = Math.min(mantissaEnd, from + DIGITS_KEPT);
        int dropped = Math.max(point, from) > kept ? point - kept : 0;
        BigDecimal mantissa = new BigDecimal(text.substring(from, kept));
        return Optional.of(mantissa.scaleByPowerOfTen(Math.toIntExact(exponent + dropped)));
    }

    private static long exponent(String text, int from, int to) {
        boolean negative = text.charAt(from) == '-';
        long value = 0;
        for (int at = from; at < to && value <= LARGEST_EXPONENT; at++) {
            char c = text.charAt(at);
            value = isDigit(c) ? value * 10 + (c - '0') : value;
        }
        return negative ? -value : value;
    }

    private static int digits(String text, int from, int to) {
        int at = from;
        while (at < to && isDigit(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
