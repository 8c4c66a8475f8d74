package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.NUMBER;
import static dev.envgate.hcl.Types.STRING;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Functions of dates and times. */
final class DateFunctions {
    /** In nanoseconds. */
    private static final Map<String, Long> UNITS = Map.of(
            "ns", 1L,
            "us", 1_000L,
            "µs", 1_000L,
            "μs", 1_000L,
            "ms", 1_000_000L,
            "s", 1_000_000_000L,
            "m", 60_000_000_000L,
            "h", 3_600_000_000_000L);

    private DateFunctions() {}

    static List<Function> all() {
        return Functions.family(
                HashFunctions.byNature(named("timestamp")),
                HashFunctions.byNature(named("plantimestamp")),
                named("timeadd").takes(STRING).takes(STRING).gives(STRING, DateFunctions::add),
                named("timecmp").takes(STRING).takes(STRING).gives(NUMBER, DateFunctions::compare),
                named("formatdate").takes(STRING).takes(STRING).gives(STRING, DateFunctions::format));
    }

    private static Optional<OffsetDateTime> time(String text) {
        boolean form = text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");
        try {
            return form ? Optional.of(OffsetDateTime.parse(text)) : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Value noTime(Invocation call) {
        return call.failed("this is no time like `2017-11-22T00:00:00Z`");
    }

    private static Value add(Invocation call) {
        Optional<OffsetDateTime> time = time(call.text(0));
        Optional<Duration> duration = duration(call.text(1));
        if (time.isEmpty() || duration.isEmpty()) {
            return time.isEmpty() ? noTime(call) : call.failed("this is no duration like `1h30m`");
        }
        OffsetDateTime later = time.get().plus(duration.get()).truncatedTo(ChronoUnit.SECONDS);
        return call.answer(DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXXX", Locale.ROOT)
                .format(later));
    }

    private static Optional<Duration> duration(String text) {
        boolean negative = text.startsWith("-");
        String rest = negative || text.startsWith("+") ? text.substring(1) : text;
        if (rest.equals("0")) {
            return Optional.of(Duration.ZERO);
        }
        BigDecimal nanos = BigDecimal.ZERO;
        int at = 0;
        while (at < rest.length()) {
            int end = end(rest, at, true);
            int unitEnd = end(rest, end, false);
            Long unit = UNITS.get(rest.substring(end, unitEnd));
            Optional<BigDecimal> number = Numbers.read(rest, at, end);
            if (unit == null || number.isEmpty()) {
                return Optional.empty();
            }
            nanos = nanos.add(number.get().multiply(BigDecimal.valueOf(unit)));
            at = unitEnd;
        }
        boolean fits = !rest.isEmpty() && nanos.compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        return fits
                ? Optional.of(Duration.ofNanos(negative ? -nanos.longValue() : nanos.longValue()))
                : Optional.empty();
    }

    private static int end(String text, int from, boolean number) {
        int end = from;
        while (end < text.length() && (text.charAt(end) == '.' || Character.isDigit(text.charAt(end))) == number) {
            end++;
        }
        return end;
    }

    private static Value compare(Invocation call) {
        Optional<OffsetDateTime> one = time(call.text(0));
        Optional<OffsetDateTime> other = time(call.text(1));
        return one.isEmpty() || other.isEmpty()
                ? noTime(call)
                : call.answer(Integer.signum(
                        one.get().toInstant().compareTo(other.get().toInstant())));
    }

    private static Value format(Invocation call) {
        Optional<OffsetDateTime> time = time(call.text(1));
        if (time.isEmpty()) {
            return noTime(call);
        }
        String format = call.text(0);
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < format.length()) {
            int end = run(format, at);
            char c = format.charAt(at);
            Optional<String> part = c == '\'' ? quoted(format, at, end) : part(format.substring(at, end), time.get());
            if (part.isEmpty()) {
                return call.failed("the format has a sequence that does not exist");
            }
            text.append(part.get());
            at = end;
        }
        return call.answer(text.toString());
    }

    // A row of the same letter, a quoted part, or one other character.
    private static int run(String format, int at) {
        char c = format.charAt(at);
        int end = at + 1;
        if (c == '\'') {
            while (end < format.length()) {
                if (format.charAt(end++) == '\'') {
                    if (end == format.length() || format.charAt(end) != '\'') {
                        return end;
                    }
                    end++;
                }
            }
            return end;
        }
        while (isLetter(c) && end < format.length() && format.charAt(end) == c) {
            end++;
        }
        return end;
    }

    private static Optional<String> quoted(String format, int at, int end) {
        boolean closed = end - at > 1 && format.charAt(end - 1) == '\'';
        if (format.substring(at, end).equals("''")) {
            return Optional.of("'");
        }
        return closed ? Optional.of(format.substring(at + 1, end - 1).replace("''", "'")) : Optional.empty();
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static Optional<String> part(String run, OffsetDateTime time) {
        if (!isLetter(run.charAt(0))) {
            return Optional.of(run);
        }
        String text = switch (run) {
            case "YYYY" -> pad(time.getYear(), 4);
            case "YY" -> pad(time.getYear() % 100, 2);
            case "MMMM" -> time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "MMM" ->
                time.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH).substring(0, 3);
            case "MM" -> pad(time.getMonthValue(), 2);
            case "M" -> pad(time.getMonthValue(), 1);
            case "DD" -> pad(time.getDayOfMonth(), 2);
            case "D" -> pad(time.getDayOfMonth(), 1);
            case "EEEE" -> time.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
            case "EEE" ->
                time.getDayOfWeek()
                        .getDisplayName(TextStyle.FULL, Locale.ENGLISH)
                        .substring(0, 3);
            case "hh" -> pad(time.getHour(), 2);
            case "h" -> pad(time.getHour(), 1);
            case "HH" -> pad((time.getHour() + 11) % 12 + 1, 2);
            case "H" -> pad((time.getHour() + 11) % 12 + 1, 1);
            case "AA" -> time.getHour() < 12 ? "AM" : "PM";
            case "aa" -> time.getHour() < 12 ? "am" : "pm";
            case "mm" -> pad(time.getMinute(), 2);
            case "m" -> pad(time.getMinute(), 1);
            case "ss" -> pad(time.getSecond(), 2);
            case "s" -> pad(time.getSecond(), 1);
            case "ZZZZZ" -> offset(time, "xxx");
            case "ZZZZ" -> offset(time, "xx");
            case "ZZZ" -> time.getOffset().getTotalSeconds() == 0 ? "UTC" : offset(time, "xx");
            case "Z" -> offset(time, "XXX");
            default -> "";
        };
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    private static String offset(OffsetDateTime time, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ROOT).format(time);
    }

    private static String pad(int number, int width) {
        return String.format(Locale.ROOT, "%0" + width + "d", number);
    }
}
