package dev.envgate;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Works out {@code ceil(a / b) + max(c, 2) * 1.5}, with numbers that have names. */
final class Arithmetic {
    private static final Pattern TOKEN = Pattern.compile("\\s*([0-9][0-9.]*|[a-z_]+|[-+*/(),])");

    private final Map<String, Double> numbers;
    private final Matcher tokens;
    private String next = "";

    private Arithmetic(String formula, Map<String, Double> numbers) {
        this.numbers = numbers;
        tokens = TOKEN.matcher(formula);
        advance();
    }

    /** An {@link IllegalArgumentException} names what is not known. */
    static double of(String formula, Map<String, Double> numbers) {
        Arithmetic arithmetic = new Arithmetic(formula, numbers);
        double result = arithmetic.sum();
        if (!arithmetic.next.isEmpty() || arithmetic.tokens.regionStart() < formula.length()) {
            throw new IllegalArgumentException("cannot be worked out: " + formula);
        }
        return result;
    }

    private void advance() {
        next = tokens.lookingAt() ? tokens.group(1) : "";
        if (!next.isEmpty()) {
            tokens.region(tokens.end(), tokens.regionEnd());
        }
    }

    private boolean takes(String token) {
        boolean taken = next.equals(token);
        if (taken) {
            advance();
        }
        return taken;
    }

    private double sum() {
        double result = product();
        while (true) {
            if (takes("+")) {
                result += product();
            } else if (takes("-")) {
                result -= product();
            } else {
                return result;
            }
        }
    }

    private double product() {
        double result = factor();
        while (true) {
            if (takes("*")) {
                result *= factor();
            } else if (takes("/")) {
                result /= factor();
            } else {
                return result;
            }
        }
    }

    private double factor() {
        String token = next;
        advance();
        return switch (token) {
            case "(" -> closed(sum());
            case "ceil" -> Math.ceil(factor());
            case "max" -> max();
            default ->
                Character.isDigit(token.isEmpty() ? ' ' : token.charAt(0)) ? Double.parseDouble(token) : named(token);
        };
    }

    private double max() {
        if (!takes("(")) {
            throw new IllegalArgumentException("max( was expected");
        }
        double result = sum();
        while (takes(",")) {
            result = Math.max(result, sum());
        }
        return closed(result);
    }

    private double closed(double result) {
        if (!takes(")")) {
            throw new IllegalArgumentException(") was expected");
        }
        return result;
    }

    private double named(String name) {
        Double number = numbers.get(name);
        if (number == null) {
            throw new IllegalArgumentException("nothing is called `" + name + "`");
        }
        return number;
    }
}
