package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Fills a format string: its verbs take the arguments one after the other, or by their numbers in brackets. */
final class Format {
    private static final int WIDEST = 10_000;

    private final String format;
    private final List<Value> arguments;
    private final Site site;
    private final List<Piece> pieces = new ArrayList<>();
    private int next;
    private int highest;
    private int at;

    Format(String format, List<Value> arguments, Site site) {
        this.format = format;
        this.arguments = arguments;
        this.site = site;
    }

    /** A verb with what stands before it. */
    private record Verb(char letter, String flags, int width, int precision) {
        boolean flag(char flag) {
            return flags.indexOf(flag) >= 0;
        }

        boolean plain() {
            return flags.isEmpty() && width < 0 && precision < 0;
        }
    }

    /** Leaves a format that cannot be filled. */
    private static final class Unfit extends RuntimeException {
        private final transient Value answer;

        Unfit(Value answer) {
            super(null, null, false, false);
            this.answer = answer;
        }
    }

    Value value() {
        try {
            fill();
        } catch (Unfit unfit) {
            return unfit.answer;
        }
        if (highest < arguments.size()) {
            return site.failed("the format has fewer verbs than there are arguments");
        }
        return new Value.Str(pieces, site.origin(arguments));
    }

    private void fill() {
        StringBuilder text = new StringBuilder();
        while (at < format.length()) {
            char c = format.charAt(at++);
            if (c != '%') {
                text.append(c);
            } else if (format.startsWith("%", at)) {
                text.append('%');
                at++;
            } else {
                flush(text);
                verb();
            }
        }
        flush(text);
    }

    private void flush(StringBuilder text) {
        if (!text.isEmpty()) {
            pieces.add(new Piece.Known(text.toString(), site.origin()));
            text.setLength(0);
        }
    }

    private void verb() {
        int start = at;
        while (at < format.length() && " +-0#".indexOf(format.charAt(at)) >= 0) {
            at++;
        }
        String flags = format.substring(start, at);
        int width = number();
        int precision = -1;
        if (format.startsWith(".", at)) {
            at++;
            precision = Math.max(0, number());
        }
        index();
        if (at >= format.length() || width > WIDEST || precision > WIDEST) {
            throw new Unfit(site.failed("the format ends in the middle of a verb, or one is too wide"));
        }
        write(new Verb(format.charAt(at++), flags, width, precision));
    }

    private void index() {
        if (format.startsWith("[", at)) {
            at++;
            next = number() - 1;
            if (next < 0 || !format.startsWith("]", at)) {
                throw new Unfit(site.failed("the format has an index that is not a number in brackets"));
            }
            at++;
        }
    }

    private int number() {
        int start = at;
        while (at < format.length() && format.charAt(at) >= '0' && format.charAt(at) <= '9') {
            at++;
        }
        if (start == at) {
            return -1;
        }
        return at - start > 6 ? Integer.MAX_VALUE : Integer.parseInt(format.substring(start, at));
    }

    private void write(Verb verb) {
        if ("vtbdoxXeEfgGsq".indexOf(verb.letter) < 0) {
            throw new Unfit(site.failed("the format has a verb that does not exist"));
        }
        if (next >= arguments.size()) {
            throw new Unfit(site.failed("the format has more verbs than there are arguments"));
        }
        Value argument = arguments.get(next++);
        highest = Math.max(highest, next);
        if (argument.known()) {
            pieces.addAll(known(verb, argument));
        } else if (Calls.failed(argument)) {
            throw new Unfit(argument);
        } else {
            pieces.addAll(open(verb, argument));
        }
    }

    private List<Piece> open(Verb verb, Value argument) {
        boolean plain = verb.plain() && (verb.letter == 's' || verb.letter == 'v' || verb.letter == 'd');
        boolean collection = argument instanceof Value.Seq || argument instanceof Value.Dict;
        return plain && !collection
                ? Strings.pieces(argument)
                : List.of(new Piece.Hole(site.derived(Types.STRING, argument)));
    }

    private List<Piece> known(Verb verb, Value argument) {
        return argument instanceof Value.Str text && verb.plain() && (verb.letter == 's' || verb.letter == 'v')
                ? Strings.pieces(text)
                : List.of(new Piece.Known(text(verb, argument), argument.origin()));
    }

    private String text(Verb verb, Value argument) {
        return switch (verb.letter) {
            case 's' -> padded(verb, cut(verb, string(argument)));
            case 'q' -> padded(verb, json(Value.Str.of(cut(verb, string(argument)), argument.origin())));
            case 't' -> bool(argument);
            case 'v' -> any(verb, argument);
            case 'd' -> number(verb, integer(argument).toString());
            case 'b' -> number(verb, based(verb, argument, 2, "0b"));
            case 'o' -> number(verb, based(verb, argument, 8, "0"));
            case 'x' -> number(verb, based(verb, argument, 16, "0x"));
            case 'X' -> number(verb, based(verb, argument, 16, "0x").toUpperCase(Locale.ROOT));
            default -> number(verb, real(verb, argument));
        };
    }

    private String any(Verb verb, Value argument) {
        return switch (argument) {
            case Value.Str text -> padded(verb, verb.flag('#') ? json(text) : cut(verb, text.text()));
            case Value.Num ignored ->
                number(verb, real(new Verb('g', verb.flags, verb.width, verb.precision), argument));
            case Value other -> padded(verb, json(other));
        };
    }

    private static String json(Value value) {
        return Encoding.JSON.render(value);
    }

    private String string(Value argument) {
        return converted(argument, Types.STRING) instanceof Value.Str text ? text.text() : "";
    }

    private String bool(Value argument) {
        return converted(argument, Types.BOOL) instanceof Value.Bool bool ? String.valueOf(bool.value()) : "";
    }

    private BigDecimal decimal(Value argument) {
        return converted(argument, Types.NUMBER) instanceof Value.Num number ? number.value() : BigDecimal.ZERO;
    }

    private Value converted(Value argument, Type type) {
        Value converted = argument instanceof Value.Null
                ? site.failed("an argument to format is null")
                : site.converted(argument, type);
        if (Calls.failed(converted)) {
            throw new Unfit(converted);
        }
        return converted;
    }

    private BigInteger integer(Value argument) {
        BigDecimal number = decimal(argument);
        if (!Arithmetic.whole(number)) {
            throw new Unfit(site.failed("an argument to format must be a whole number"));
        }
        return number.toBigInteger();
    }

    private String based(Verb verb, Value argument, int base, String mark) {
        BigInteger number = integer(argument);
        String digits = number.abs().toString(base);
        return (number.signum() < 0 ? "-" : "") + (verb.flag('#') ? mark : "") + digits;
    }

    private String real(Verb verb, Value argument) {
        BigDecimal number = decimal(argument);
        return switch (verb.letter) {
            case 'f' ->
                Arithmetic.exact(number)
                        .setScale(verb.precision < 0 ? 6 : verb.precision, RoundingMode.HALF_EVEN)
                        .toPlainString();
            case 'e', 'E' -> exponent(number, verb.precision < 0 ? 6 : verb.precision, verb.letter);
            case 'g', 'G' -> general(number, verb);
            default -> "";
        };
    }

    private static String exponent(BigDecimal number, int precision, char letter) {
        BigDecimal rounded = Arithmetic.exact(number).round(new MathContext(precision + 1, RoundingMode.HALF_EVEN));
        String digits = rounded.unscaledValue().abs().toString();
        int power = number.signum() == 0 ? 0 : digits.length() - 1 - rounded.scale();
        String padded = digits + "0".repeat(Math.max(0, precision + 1 - digits.length()));
        String mantissa = padded.charAt(0) + (precision > 0 ? "." + padded.substring(1, precision + 1) : "");
        return (number.signum() < 0 ? "-" : "") + mantissa + letter + power(power);
    }

    private static String power(int power) {
        return (power < 0 ? "-" : "+") + (Math.abs(power) < 10 ? "0" : "") + Math.abs(power);
    }

    // The shorter of both forms: an exponent below -4, or from as many digits on as are asked for, or six.
    private static String general(BigDecimal number, Verb verb) {
        BigDecimal rounded = verb.precision < 0
                ? number.stripTrailingZeros()
                : number.round(new MathContext(Math.max(1, verb.precision), RoundingMode.HALF_EVEN))
                        .stripTrailingZeros();
        if (rounded.signum() == 0) {
            return "0";
        }
        int digits = rounded.precision();
        int power = digits - 1 - rounded.scale();
        int asked = Math.max(1, verb.precision);
        int limit = asked > digits && digits > power ? digits : asked;
        boolean exponent = power < -4 || power >= (verb.precision < 0 ? 6 : limit);
        return exponent ? exponent(rounded, digits - 1, verb.letter == 'G' ? 'E' : 'e') : Arithmetic.text(rounded);
    }

    private static String cut(Verb verb, String text) {
        if (verb.precision <= 0) {
            return text;
        }
        List<String> graphemes = Graphemes.of(text);
        return graphemes.size() <= verb.precision ? text : String.join("", graphemes.subList(0, verb.precision));
    }

    private static String padded(Verb verb, String text) {
        int missing = verb.width - Graphemes.count(text);
        if (missing <= 0) {
            return text;
        }
        String blanks = (verb.flag('0') && !verb.flag('-') ? "0" : " ").repeat(missing);
        return verb.flag('-') ? text + blanks : blanks + text;
    }

    private static String number(Verb verb, String digits) {
        boolean negative = digits.startsWith("-");
        String sign = negative ? "-" : verb.flag('+') ? "+" : verb.flag(' ') ? " " : "";
        String size = negative ? digits.substring(1) : digits;
        int missing = verb.width - sign.length() - size.length();
        if (missing <= 0) {
            return sign + size;
        }
        if (verb.flag('-')) {
            return sign + size + " ".repeat(missing);
        }
        return verb.flag('0') ? sign + "0".repeat(missing) + size : " ".repeat(missing) + sign + size;
    }
}
