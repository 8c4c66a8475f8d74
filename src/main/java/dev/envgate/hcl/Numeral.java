package dev.envgate.hcl;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A number of any size and precision. Nearly all that is written is whole and small, and is only written out again; until somebody
 * calculates, the class of decimal numbers is left alone, because the tables that it makes first take as long as all the parsing of a small root.
 */
public final class Numeral {
    /** Whatever has so many digits is a {@code long}. */
    private static final int LONG_DIGITS = 18;

    private final boolean small;
    private final long whole;
    private final @Nullable BigDecimal exact;

    private Numeral(boolean small, long whole, @Nullable BigDecimal exact) {
        this.small = small;
        this.whole = whole;
        this.exact = exact;
    }

    static Numeral of(long whole) {
        return new Numeral(true, whole, null);
    }

    static Numeral of(BigDecimal exact) {
        boolean small = exact.scale() <= 0 && (long) exact.precision() - exact.scale() <= LONG_DIGITS;
        return new Numeral(small, small ? exact.longValueExact() : 0, exact);
    }

    boolean isSmall() {
        return small;
    }

    /** Exactly which number. */
    public BigDecimal exact() {
        return exact == null ? BigDecimal.valueOf(whole) : exact;
    }

    Numeral negated() {
        return small ? of(-whole) : of(exact().negate());
    }

    /** Whether both are the same number, however they are written. */
    boolean sameAs(Numeral other) {
        return (small && other.small) ? whole == other.whole : exact().compareTo(other.exact()) == 0;
    }

    /** How many digits it takes to write it out, about. */
    long digits() {
        return small ? Long.toString(Math.abs(whole)).length() : exact().precision() + (long) Math.abs(exact().scale());
    }

    /** As Terraform prints it. */
    String text() {
        return small ? Long.toString(whole) : Arithmetic.text(exact());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Numeral that
                && small == that.small
                && (small ? whole == that.whole : exact().equals(that.exact()));
    }

    @Override
    public int hashCode() {
        return small ? Long.hashCode(whole) : exact().hashCode();
    }

    /** Not which one: it may be the value of a variable. */
    @Override
    public String toString() {
        return "number";
    }
}
