package dev.envgate.hcl;

import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Composes Terraform at random that the grammar allows, in as many spellings as it allows. */
final class Composer {
    private final Random random;

    Composer(long seed) {
        this.random = new Random(seed);
    }

    String file() {
        return body(3) + pick("", "", "# the end", "// the end", "/* the end */");
    }

    private String body(int depth) {
        return repeat(4, "", () -> random.nextInt(3) == 0 && depth > 0 ? block(depth) : argument(depth));
    }

    private String argument(int depth) {
        return name() + random.nextInt(100_000) + blank() + "=" + blank() + expression(depth, false) + lineEnd();
    }

    private String block(int depth) {
        String header = name() + repeat(2, "", () -> pick(" ", "  ") + pick(name(), label())) + blank() + "{";
        return switch (random.nextInt(3)) {
            case 0 -> header + "}" + lineEnd();
            case 1 -> header + blank() + name() + "=" + expression(1, false) + blank() + "}" + lineEnd();
            default -> header + lineEnd() + body(depth - 1) + "}" + lineEnd();
        };
    }

    private String label() {
        return "\"" + repeat(3, "", () -> pick("a", "B", "-", "$", "$${", "%", "é", "\\n", "\\\"")) + "\"";
    }

    /** An expression; {@code lines} says whether it may go over several. */
    private String expression(int depth, boolean lines) {
        if (depth <= 0) {
            return leaf();
        }
        int inner = depth - 1;
        String gap = lines ? gap() : blank();
        return switch (random.nextInt(14)) {
            case 0 -> expression(inner, lines) + gap + operator() + gap + expression(inner, lines);
            case 1 -> pick("-", "!") + gap + expression(inner, lines);
            case 2 ->
                expression(inner, lines) + gap + "?" + gap + expression(inner, lines) + gap + ":" + gap
                        + expression(inner, lines);
            case 3 -> "(" + gap() + expression(inner, true) + gap() + ")";
            case 4 -> "[" + gap() + list(inner) + gap() + "]";
            case 5 -> object(inner);
            case 6 ->
                pick("f", "jsonencode", "a::b", "a::b::c") + "(" + gap()
                        + pick("", list(inner), expression(inner, true) + "...") + gap() + ")";
            case 7 -> "[" + gap() + intro(inner) + expression(inner, true) + condition(inner) + gap() + "]";
            case 8 ->
                "{" + gap() + intro(inner) + expression(inner, true) + gap() + "=>" + gap() + expression(inner, true)
                        + pick("", "...") + condition(inner) + gap() + "}";
            case 9, 10 -> quoted(inner);
            case 11 -> lines ? heredoc(inner) : quoted(inner);
            default -> steps(inner);
        };
    }

    private String steps(int depth) {
        String start = pick(name(), "f(x)", "(" + expression(depth, true) + ")", "[1][0]");
        return start
                + repeat(4, "", () -> pick(".", " . ", ".") + name())
                + repeat(
                        2,
                        "",
                        () -> pick(
                                "[0]", "[ \"k\" ]", "[*]", "[\n1\n]", ".0.a", "[" + expression(depth - 1, true) + "]"))
                + pick("", "", ".*", ".*.a", ".*.b[*].c");
    }

    private String object(int depth) {
        String pairs = repeat(
                3,
                "",
                () -> key(depth)
                        + blank()
                        + pick("=", ":")
                        + blank()
                        + expression(depth, false)
                        + pick("\n", ",\n", "\n\n", " # c\n"));
        String last = random.nextBoolean() ? key(depth) + "=" + expression(depth, false) + pick("", ",", "\n") : "";
        return "{" + pick("", "\n", " ") + pairs + last + "}";
    }

    private String key(int depth) {
        return pick(name() + "k", quoted(0), "(" + expression(depth, true) + ")", "1", name() + ".x");
    }

    private String list(int depth) {
        int count = random.nextInt(4);
        String items = Stream.generate(() -> expression(depth, true))
                .limit(count)
                .collect(Collectors.joining(gap() + "," + gap()));
        return items;
    }

    private String intro(int depth) {
        return "for " + name() + pick("", ", " + name()) + " in " + expression(depth, true) + gap() + ":" + gap();
    }

    private String condition(int depth) {
        return random.nextInt(3) == 0 ? " if " + expression(depth, true) : "";
    }

    private String quoted(int depth) {
        return "\""
                + repeat(
                        4,
                        "",
                        () -> random.nextBoolean()
                                ? sequence(depth)
                                : text() + pick("\\n", "\\t", "\\\\", "\\\"", "\\u00e9", "", ""))
                + "\"";
    }

    private String heredoc(int depth) {
        String lines =
                repeat(4, "", () -> pick("", "  ", "\t", "    ") + pick(text(), sequence(depth), "\"\\", "") + "\n");
        return pick("<<E", "<<-E") + "\n" + lines + pick("", "  ", "\t") + "E\n";
    }

    private String sequence(int depth) {
        String strip = pick("", "~");
        String end = pick("", "~");
        return switch (random.nextInt(4)) {
            case 0 ->
                "%{" + strip + " if " + expression(depth - 1, true) + " " + end + "}" + text()
                        + pick("", "%{ else " + end + "}x") + "%{" + strip + " endif }";
            case 1 ->
                "%{" + strip + " for k in " + expression(depth - 1, true) + end + "}" + text() + "%{ endfor " + end
                        + "}";
            default -> "${" + strip + expression(depth - 1, true) + pick("", " ") + end + "}";
        };
    }

    private String text() {
        return pick("a", "b c", " ", "$ ", "$$\t", "% ", "%a", "$${", "%%{", "#", "//", "'", "é", "{", "}", "😀");
    }

    private String leaf() {
        return pick(
                "0",
                "1.5",
                "1e3",
                "true",
                "null",
                "\"\"",
                "\"a\"",
                "x",
                "var.a",
                "each.value[\"b\"]",
                "local.c[*].d",
                "[]",
                "{}",
                "f()");
    }

    private String operator() {
        return pick("+", " - ", "*", " / ", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||");
    }

    private String name() {
        return pick("a", "b_c", "d-e", "f1", "größe", "_", "forx");
    }

    private String blank() {
        return pick("", " ", " ", "\t", " /* c */ ");
    }

    private String gap() {
        return pick("", " ", "\n", " # c\n ", "\r\n", " // c\n", "/* c\n */");
    }

    private String lineEnd() {
        return pick("\n", "\n\n", " # c\n", "\r\n", " // c\n", "/* c */\n");
    }

    private String repeat(int most, String between, Supplier<String> each) {
        return Stream.generate(each).limit(random.nextInt(most + 1)).collect(Collectors.joining(between));
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
