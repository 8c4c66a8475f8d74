package dev.envgate.hcl;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * Numbers as Terraform computes them: binary, with 512 bits, rounded to the nearest. A number is kept as the shortest decimal that stands
 * for it, which is also how Terraform prints it.
 */
final class Arithmetic {
    private static final int BITS = 512;

    /** Any two decimals of so many digits are different numbers of 512 bits. */
    private static final int DIGITS_KEPT = 153;

    /** A number of 512 bits is told from its neighbours by so many digits. */
    private static final int DIGITS_ENOUGH = 156;

    private Arithmetic() {}

    static BigDecimal add(BigDecimal left, BigDecimal right) {
        return whole(left) && whole(right)
                ? literal(left.add(right))
                : shortest(Binary.of(left).plus(Binary.of(right)));
    }

    static BigDecimal subtract(BigDecimal left, BigDecimal right) {
        return add(left, right.negate());
    }

    static BigDecimal multiply(BigDecimal left, BigDecimal right) {
        return whole(left) && whole(right)
                ? literal(left.multiply(right))
                : shortest(Binary.of(left).times(Binary.of(right)));
    }

    /** The divisor is not zero. */
    static BigDecimal divide(BigDecimal left, BigDecimal right) {
        return shortest(Binary.of(left).over(Binary.of(right)));
    }

    /** What is left of a division to a whole number; a number modulo zero is itself. */
    static BigDecimal modulo(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            return left;
        }
        BigDecimal times = divide(left, right).setScale(0, RoundingMode.DOWN);
        return subtract(left, multiply(right, times));
    }

    /** A number as it is written, rounded to what can be told apart. */
    static BigDecimal literal(BigDecimal exact) {
        BigDecimal stripped = exact.stripTrailingZeros();
        return stripped.precision() <= DIGITS_KEPT ? stripped : shortest(Binary.of(stripped));
    }

    /** Exactly what the computer's number is, which is not quite the decimal that stands for it. */
    static BigDecimal exact(BigDecimal number) {
        return whole(number) ? number : Binary.of(number).exact();
    }

    /** Whether a number is so large or so small that writing it out would take too long. */
    static boolean outOfBounds(BigDecimal number) {
        return Math.abs((long) number.scale()) + number.precision() > Budget.DIGITS;
    }

    static boolean whole(BigDecimal number) {
        return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
    }

    /** As Terraform prints it: no exponent, no zeros behind. */
    static String text(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    /** The shortest decimal that lies nearer to a binary number than to its neighbours. */
    private static BigDecimal shortest(Binary binary) {
        if (binary.mantissa.signum() == 0) {
            return BigDecimal.ZERO;
        }
        Binary full = binary.full();
        BigDecimal exact = full.exact();
        BigDecimal half = new Binary(BigInteger.ONE, full.exponent - 1).exact();
        int low = 1;
        int high = DIGITS_ENOUGH;
        while (low < high) {
            int middle = (low + high) / 2;
            if (near(exact, half, middle, full.even())) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return round(exact, low).stripTrailingZeros();
    }

    private static boolean near(BigDecimal exact, BigDecimal half, int digits, boolean even) {
        int compared = round(exact, digits).subtract(exact).abs().compareTo(half);
        return compared < 0 || (compared == 0 && even);
    }

    private static BigDecimal round(BigDecimal exact, int digits) {
        return exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
    }

    /** {@code mantissa} times two to the power of {@code exponent}. */
    private record Binary(BigInteger mantissa, int exponent) {
        static Binary of(BigDecimal number) {
            BigInteger digits = number.unscaledValue();
            return number.scale() <= 0
                    ? new Binary(digits.multiply(BigInteger.TEN.pow(-number.scale())), 0).rounded()
                    : quotient(digits, BigInteger.TEN.pow(number.scale()), 0);
        }

        private static Binary quotient(BigInteger above, BigInteger below, int exponent) {
            int shift = Math.max(0, BITS + 2 + below.bitLength() - above.bitLength());
            BigInteger[] result = above.abs().shiftLeft(shift).divideAndRemainder(below.abs());
            // One more bit that says whether anything was left over, so that rounding sees a tie for what it is.
            BigInteger sticky = result[1].signum() == 0 ? BigInteger.ZERO : BigInteger.ONE;
            BigInteger mantissa = result[0].shiftLeft(1).or(sticky);
            boolean negative = above.signum() * below.signum() < 0;
            return new Binary(negative ? mantissa.negate() : mantissa, exponent - shift - 1).rounded();
        }

        Binary plus(Binary other) {
            int lowest = Math.min(exponent, other.exponent);
            return new Binary(
                            mantissa.shiftLeft(exponent - lowest)
                                    .add(other.mantissa.shiftLeft(other.exponent - lowest)),
                            lowest)
                    .rounded();
        }

        Binary times(Binary other) {
            return new Binary(mantissa.multiply(other.mantissa), exponent + other.exponent).rounded();
        }

        Binary over(Binary other) {
            return quotient(mantissa, other.mantissa, exponent - other.exponent);
        }

        /** To 512 bits, a tie to the even neighbour. */
        private Binary rounded() {
            BigInteger size = mantissa.abs();
            int drop = size.bitLength() - BITS;
            if (drop <= 0) {
                return this;
            }
            BigInteger kept = size.shiftRight(drop);
            BigInteger rest = size.subtract(kept.shiftLeft(drop));
            int half = rest.compareTo(BigInteger.ONE.shiftLeft(drop - 1));
            BigInteger result = half > 0 || (half == 0 && kept.testBit(0)) ? kept.add(BigInteger.ONE) : kept;
            return new Binary(mantissa.signum() < 0 ? result.negate() : result, exponent + drop).rounded();
        }

        /** The same number with a mantissa of exactly 512 bits. */
        private Binary full() {
            int shift = BITS - mantissa.abs().bitLength();
            return new Binary(mantissa.shiftLeft(shift), exponent - shift);
        }

        private boolean even() {
            return !mantissa.testBit(0);
        }

        private BigDecimal exact() {
            return exponent >= 0
                    ? new BigDecimal(mantissa.shiftLeft(exponent))
                    : new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow(-exponent)), -exponent);
        }
    }
}
