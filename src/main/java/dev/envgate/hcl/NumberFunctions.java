package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.NUMBER;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;

/** Functions of numbers. */
final class NumberFunctions {
    private static final int LARGEST_BASE = 62;

    private NumberFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("abs")
                        .takes(NUMBER)
                        .gives(NUMBER, call -> call.answer(call.number(0).abs())),
                named("ceil")
                        .takes(NUMBER)
                        .gives(NUMBER, call -> call.answer(call.number(0).setScale(0, RoundingMode.CEILING))),
                named("floor")
                        .takes(NUMBER)
                        .gives(NUMBER, call -> call.answer(call.number(0).setScale(0, RoundingMode.FLOOR))),
                named("signum").takes(NUMBER).gives(NUMBER, NumberFunctions::signum),
                named("max").takes(NUMBER).andMore().gives(NUMBER, call -> most(call, BigDecimal::max)),
                named("min").takes(NUMBER).andMore().gives(NUMBER, call -> most(call, BigDecimal::min)),
                named("pow")
                        .takes(NUMBER)
                        .takes(NUMBER)
                        .gives(NUMBER, call -> real(call, Math.pow(real(call, 0), real(call, 1)))),
                named("log").takes(NUMBER).takes(NUMBER).gives(NUMBER, NumberFunctions::log),
                named("parseint").takes(Types.ANY).takes(NUMBER).gives(NUMBER, NumberFunctions::parse));
    }

    private static Value signum(Invocation call) {
        return Arithmetic.whole(call.number(0))
                ? call.answer(call.number(0).signum())
                : call.failed("`signum` takes a whole number");
    }

    private static Value most(Invocation call, BinaryOperator<BigDecimal> better) {
        return call.arguments().stream()
                .map(value -> value instanceof Value.Num number ? number.value() : BigDecimal.ZERO)
                .reduce(better)
                .<Value>map(call::answer)
                .orElseGet(() -> call.failed("at least one number is needed"));
    }

    private static double real(Invocation call, int index) {
        return call.number(index).doubleValue();
    }

    private static Value real(Invocation call, double result) {
        return Double.isFinite(result)
                ? call.answer(new BigDecimal(Double.toString(result)))
                : call.failed("the result is no number");
    }

    private static Value log(Invocation call) {
        return real(call, StrictMath.log(real(call, 0)) / StrictMath.log(real(call, 1)));
    }

    private static Value parse(Invocation call) {
        if (!(call.argument(0) instanceof Value.Str)) {
            return call.failed("`parseint` takes a string, and this is " + Types.kind(call.argument(0)));
        }
        BigDecimal base = call.number(1);
        if (!Arithmetic.whole(base) || base.intValue() < 2 || base.intValue() > LARGEST_BASE || base.precision() > 3) {
            return call.failed("the base is a whole number from 2 to 62");
        }
        return parse(call, call.text(0), base.intValue());
    }

    private static Value parse(Invocation call, String text, int base) {
        boolean negative = text.startsWith("-");
        String digits = negative || text.startsWith("+") ? text.substring(1) : text;
        BigInteger value = BigInteger.ZERO;
        for (int i = 0; i < digits.length() && i < Budget.DIGITS; i++) {
            int digit = digit(digits.charAt(i), base);
            if (digit < 0) {
                return call.failed("this is no whole number in base " + base);
            }
            value = value.multiply(BigInteger.valueOf(base)).add(BigInteger.valueOf(digit));
        }
        return digits.isEmpty() || digits.length() > Budget.DIGITS
                ? call.failed("this is no whole number in base " + base)
                : call.answer(new BigDecimal(negative ? value.negate() : value));
    }

    // Up to base 36 the case of a letter does not matter; beyond, small letters come first.
    private static int digit(char c, int base) {
        int digit;
        if (c >= '0' && c <= '9') {
            digit = c - '0';
        } else if (c >= 'a' && c <= 'z') {
            digit = c - 'a' + 10;
        } else if (c >= 'A' && c <= 'Z') {
            digit = base <= 36 ? c - 'A' + 10 : c - 'A' + 36;
        } else {
            digit = -1;
        }
        return digit < base ? digit : -1;
    }
}
