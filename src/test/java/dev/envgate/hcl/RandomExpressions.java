package dev.envgate.hcl;

import java.util.List;
import java.util.Random;

/** Writes random expressions that mostly make sense, over the names {@code var.s}, {@code var.t}, {@code var.n}, {@code var.b}, {@code var.l}, {@code var.m}. */
final class RandomExpressions {
    private final Random random;
    private int keys;

    RandomExpressions(long seed) {
        this.random = new Random(seed);
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String one(List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** An expression of any type. */
    String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0 -> text(depth);
            case 6 -> "jsonencode(" + list(depth - 1) + ")";
            case 1 -> number(depth);
            case 2 -> bool(depth);
            case 3 -> list(depth);
            case 4 -> map(depth);
            case 5 -> "[" + any(depth - 1) + ", " + any(depth - 1) + "]";
            default -> "{ p = " + any(depth - 1) + ", q = " + any(depth - 1) + " }";
        };
    }

    String text(int depth) {
        if (depth <= 0) {
            return one("\"a\"", "\"b\"", "\"\"", "\"a-b\"", "var.s", "var.t", "\"x${var.s}\"");
        }
        int less = depth - 1;
        return switch (random.nextInt(22)) {
            case 0 -> "\"" + one("", "p") + "${" + text(less) + "}" + one("", "q:") + "${" + text(less) + "}\"";
            case 1 -> "(" + bool(less) + " ? " + text(less) + " : " + text(less) + ")";
            case 2 -> "join(" + one("\",\"", "\"\"", "\"-\"") + ", " + list(less) + ")";
            case 3 -> "upper(" + text(less) + ")";
            case 4 ->
                "replace(" + text(less) + ", " + one("\"a\"", "\"ab\"", "\"-\"", "\"/a/\"") + ", "
                        + one("\"z\"", "\"\"") + ")";
            case 5 ->
                "format(" + one("\"%s-%s\"", "\"%v%s\"", "\"%s:%5s\"") + ", " + text(less) + ", " + text(less) + ")";
            case 6 -> "coalesce(" + text(less) + ", " + text(less) + ", \"z\")";
            case 7 -> list(less) + "[" + one("0", "1", "2") + "]";
            case 8 -> "lookup(" + map(less) + ", " + one("\"a\"", "\"b\"") + ", " + text(less) + ")";
            case 9 -> map(less) + one(".a", "[\"b\"]");
            case 10 -> "try(" + one("var.l[1]", "var.m.a", "var.s", "[\"a\"][1]") + ", " + text(less) + ")";
            case 11 -> "trimprefix(" + text(less) + ", " + one("\"a\"", "\"x\"") + ")";
            case 12 -> "trimsuffix(" + text(less) + ", " + one("\"b\"", "\"q:\"") + ")";
            case 13 -> "element(" + list(less) + ", " + one("0", "1") + ")";
            case 14 -> "\"${" + text(less) + "}!\"";
            case 15 ->
                "\"%{ if " + bool(less) + " }a%{ else }" + one("", "b", "${" + text(less) + "}") + "%{ endif }c\"";
            case 16 ->
                "\"%{ for x in concat(" + list(0) + ", " + list(0)
                        + ") }${x}%{ if x != \"a\" },%{ endif }%{ endfor }\"";
            case 17 -> "tostring(" + number(less) + ")";
            case 18 -> "trimspace(" + text(less) + ")";
            case 19 -> "one(slice(" + list(less) + ", 0, 1))";
            case 20 -> "substr(" + text(less) + ", 0, " + one("1", "-1") + ")";
            default -> text(less);
        };
    }

    String number(int depth) {
        if (depth <= 0) {
            return one("0", "1", "2.5", "var.n");
        }
        int less = depth - 1;
        return switch (random.nextInt(7)) {
            case 0 -> "(" + number(less) + one(" + ", " - ", " * ", " % ") + number(less) + ")";
            case 1 -> "length(" + one(list(less), map(less), text(less)) + ")";
            case 2 -> "max(" + number(less) + ", " + number(less) + ")";
            case 3 -> "(" + bool(less) + " ? " + number(less) + " : " + number(less) + ")";
            case 4 -> "try(tonumber(" + text(0) + "), " + number(less) + ")";
            case 5 -> "index(" + list(less) + ", \"a\")";
            default -> number(less);
        };
    }

    String bool(int depth) {
        if (depth <= 0) {
            return one("true", "false", "var.b", "!var.b");
        }
        int less = depth - 1;
        return switch (random.nextInt(11)) {
            case 0 -> "(" + text(less) + one(" == ", " != ") + text(less) + ")";
            case 1 -> "(" + number(less) + one(" < ", " >= ", " == ") + number(less) + ")";
            case 2 -> "(" + bool(less) + one(" && ", " || ") + bool(less) + ")";
            case 3 -> "!" + bool(less);
            case 4 -> "contains(" + list(less) + ", " + text(less) + ")";
            case 5 -> "can(" + one("var.l[1]", "var.m.a", "[\"a\"][0]") + ")";
            case 6 -> "(" + map(less) + ".a" + one(" == ", " != ") + text(less) + ")";
            case 7 -> "startswith(" + text(less) + ", " + one("\"a\"", "\"x\"") + ")";
            case 8 -> "alltrue([" + bool(less) + ", " + bool(less) + "])";
            case 9 -> "anytrue([" + bool(less) + ", " + bool(less) + "])";
            default -> bool(less);
        };
    }

    /** A list of strings. */
    String list(int depth) {
        if (depth <= 0) {
            return one("[\"a\", \"b\"]", "[]", "var.l", "[\"b\", var.s, \"c\"]");
        }
        int less = depth - 1;
        return switch (random.nextInt(20)) {
            case 0 -> "concat(" + list(less) + ", " + list(less) + ")";
            case 1 -> "(" + bool(less) + " ? " + list(less) + " : [])";
            case 2 ->
                "[for x in " + list(less) + " : " + one("x", "upper(x)", "\"${x}!\"") + " if "
                        + one("x != \"a\"", "true", bool(less)) + "]";
            case 3 -> "keys(" + map(less) + ")";
            case 4 -> "values(" + map(less) + ")";
            case 5 -> "compact(" + list(less) + ")";
            case 6 -> "distinct(" + list(less) + ")";
            case 7 -> "flatten([" + list(less) + ", [" + text(less) + "]])";
            case 8 -> "split(" + one("\",\"", "\"-\"") + ", " + text(less) + ")";
            case 9 -> "[" + text(less) + ", " + text(less) + "]";
            case 10 -> "reverse(" + list(less) + ")";
            case 11 -> "sort(" + list(less) + ")";
            case 12 -> "tolist(toset(" + list(less) + "))";
            case 13 -> "[for k, v in " + map(less) + " : " + one("k", "v", "\"${k}=${v}\"") + "]";
            case 14 -> "coalescelist(" + list(less) + ", [\"z\"])";
            case 15 -> "slice(" + list(less) + ", 0, 1)";
            case 16 -> "jsondecode(jsonencode(" + list(less) + "))";
            case 17 ->
                "jsondecode(\"[${join(\",\", [for x in concat(" + list(0) + ", " + list(0) + ") : jsonencode(x)])}]\")";
            case 18 -> "formatlist(\"%s-%s\", " + list(less) + ", " + text(less) + ")";
            default -> "try(" + one("var.l", "var.m.q", "slice(var.l, 0, 1)") + ", " + list(less) + ")";
        };
    }

    /** A map of strings. */
    String map(int depth) {
        if (depth <= 0) {
            return one("{ a = \"1\" }", "{}", "var.m", "{ a = var.s, c = \"3\" }");
        }
        int less = depth - 1;
        return switch (random.nextInt(8)) {
            case 0 -> "merge(" + map(less) + ", " + map(less) + ")";
            case 1 -> "(" + bool(less) + " ? " + map(less) + " : " + one("{}", map(less)) + ")";
            case 2 ->
                "{ for k, v in " + map(less) + " : " + one("k", "upper(k)", "\"${k}x\"") + " => v if "
                        + one("true", "v != \"1\"", bool(less)) + " }";
            case 3 -> "{ for i, x in " + list(less) + " : \"K" + keys++ + "_${i}\" => upper(x) }";
            case 4 -> "{ \"K" + keys++ + "${" + text(less) + "}\" = " + text(less) + ", b = \"2\" }";
            case 5 -> "zipmap([\"a\", \"b\"], [" + text(less) + ", " + text(less) + "])";
            case 6 -> "jsondecode(jsonencode(" + map(less) + "))";
            default -> "merge([for i, x in " + list(less) + " : { \"K" + keys++ + "_${i}\" = " + text(less) + " }]...)";
        };
    }

    /** A value for one of the names, as an expression. */
    String value(String name) {
        return switch (name) {
            case "s", "t" -> one("\"a\"", "\"b\"", "\"\"", "\"x,y\"", "\"a-b\"", "\" \"", "\"ab\"");
            case "n" -> one("0", "1", "-3", "2.5");
            case "b" -> one("true", "false");
            case "l" -> one(List.of("[]", "[\"a\"]", "[\"b\", \"a\", \"\"]", "tolist([\"q\", \"q\"])"));
            default ->
                one(List.of("{}", "{ a = \"9\" }", "{ b = \"8\", c = \"\" }", "tomap({ a = \"7\", z = \"6\" })"));
        };
    }
}
