package dev.envgate.hcl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Reads the numbers of the native syntax: digits, at most one point, at most one exponent. */
final class Numbers {
    /** Terraform keeps 512 bits, about 155 digits; what stands behind cannot matter. */
    private static final int DIGITS_KEPT = 1000;

    private static final int LONG_DIGITS = 18;
    /** Terraform calculates in powers of two that fit 32 bits. */
    private static final long LARGEST_POWER = Integer.MAX_VALUE;

    /** Beyond this Terraform has infinity or zero. */
    private static final int LARGEST_EXPONENT_KEPT = 1_000_000_000;

    private Numbers() {}

    /** The number between two offsets, empty when it is none. */
    static Optional<BigDecimal> read(String text, int from, int to) {
        return numeral(text, from, to).map(Numeral::exact);
    }

    /** The number between two offsets, empty when it is none. */
    static Optional<Numeral> numeral(String text, int from, int to) {
        long small = 0;
        int at = from;
        while (at < to && at - from < LONG_DIGITS && isDigit(text.charAt(at))) {
            small = small * 10 + (text.charAt(at++) - '0');
        }
        return at == to && at > from
                ? Optional.of(Numeral.of(small))
                : readAny(text, from, to).map(Numeral::of);
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
        BigInteger exponent = mantissaEnd < to ? exponent(text, mantissaEnd + 1, to) : BigInteger.ZERO;
        if (exponent.bitLength() >= Long.SIZE) {
            return Optional.empty();
        }
        int kept = Math.min(mantissaEnd, from + DIGITS_KEPT);
        int dropped = Math.max(0, point - kept);
        return scaled(new BigDecimal(text.substring(from, kept)), exponent.longValue(), dropped);
    }

    private static Optional<BigDecimal> scaled(BigDecimal mantissa, long exponent, int dropped) {
        if (mantissa.signum() == 0) {
            return Optional.of(BigDecimal.ZERO);
        }
        if (Math.abs(exponent) > 2 * LARGEST_POWER) {
            return Optional.empty();
        }
        long power = mantissa.unscaledValue().bitLength() + exponent - mantissa.scale() + dropped;
        if (power > LARGEST_POWER || power < -LARGEST_POWER - 1) {
            return Optional.empty();
        }
        int limit = LARGEST_EXPONENT_KEPT;
        return Optional.of(mantissa.scaleByPowerOfTen(Math.clamp(exponent + dropped, -limit, limit)));
    }

    /** The exponent as it is written; one with so many digits that it cannot fit anyway comes back too large, not exact. */
    private static BigInteger exponent(String text, int from, int to) {
        int first = text.charAt(from) == '+' || text.charAt(from) == '-' ? from + 1 : from;
        while (first < to - 1 && text.charAt(first) == '0') {
            first++;
        }
        BigInteger size = new BigInteger(text.substring(first, Math.min(to, first + LONG_DIGITS + 2)));
        return text.charAt(from) == '-' ? size.negate() : size;
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
