package dev.envgate.hcl;

import java.util.List;
import java.util.Random;

/** Spoils Terraform in the ways that people, merges and editors do, and in ways that only a parser's author would think of. */
final class Mutator {
    private static final List<String> MORSELS = List.of(
            "\"",
            "${",
            "}",
            "%{",
            "~}",
            "${~",
            "%{~ if true ~}",
            "%{ else }",
            "%{ endif }",
            "%{ for k, v in x }",
            "%{ endfor }",
            "$${",
            "%%{",
            "$$${",
            "\\",
            "\\n",
            "\\u00e9",
            "\\U0001F600",
            "\\u12",
            "<<EOT\n",
            "<<-EOT\n",
            "EOT\n",
            "  EOT  \n",
            "EOT",
            "<<A\n${x}\nA\n",
            "<<-A\n   b\n  c\n A\n",
            "(",
            ")",
            "[",
            "]",
            "{",
            "{\n",
            "\n}",
            "[*]",
            ".*",
            ".0",
            ".0.1",
            "[0]",
            "[\n0\n]",
            ".a",
            ".",
            "...",
            "..",
            "=",
            "==",
            "=>",
            "!=",
            "!",
            "<",
            "<=",
            ">",
            ">=",
            "&&",
            "||",
            "&",
            "|",
            "?",
            ":",
            "::",
            ",",
            ";",
            "'",
            "`",
            "~",
            "^",
            "+",
            "-",
            "*",
            "/",
            "%",
            "#",
            "//",
            "/*",
            "*/",
            "/* x */",
            "/*\n*/",
            "# x\n",
            "\n",
            "\r\n",
            "\r",
            "\t",
            " ",
            "\uFEFF",
            "\u00A0",
            "\u200B",
            "é",
            "日本",
            "😀",
            "\u0000",
            "0",
            "1",
            "1.5",
            "1e5",
            "1.",
            "1.e5",
            "1e",
            ".5",
            "0x1F",
            "007",
            "1.2.3",
            "a",
            "a-b",
            "_",
            "for",
            "in",
            "if",
            "null",
            "true",
            "false(",
            "f(",
            "f(x...)",
            "a::b(",
            "[for k in x : k]",
            "{for k, v in x : k => v...}",
            "{for",
            "[for",
            " if x",
            "a ? b : c",
            "(a) = b",
            "\"a\" = b",
            "\"a\" : b",
            "a = 1",
            "b {}",
            "b \"c\" {\n}\n",
            "b { c = 1 }",
            "<<<<<<< HEAD\n",
            "=======\n",
            ">>>>>>> x\n",
            "<html>",
            "“",
            "“a”");

    private final Random random;

    Mutator(long seed) {
        this.random = new Random(seed);
    }

    /** A few changes to a text. */
    String mutate(String text) {
        String changed = text;
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            changed = once(changed);
        }
        return changed;
    }

    /** A text made of nothing but morsels. */
    String invent() {
        StringBuilder text = new StringBuilder(random.nextBoolean() ? "a = " : "");
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            text.append(morsel()).append(random.nextInt(4) == 0 ? " " : "");
        }
        return text.append('\n').toString();
    }

    /** Some lines of a text, so that a change weighs more. */
    String excerpt(String text, int mostLines) {
        String[] lines = text.split("(?<=\n)", -1);
        int from = random.nextInt(lines.length);
        int to = Math.min(lines.length, from + 1 + random.nextInt(mostLines));
        return String.join("", List.of(lines).subList(from, to));
    }

    private String once(String text) {
        int at = random.nextInt(text.length() + 1);
        int to = Math.min(text.length(), at + 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 3));
        return switch (random.nextInt(9)) {
            case 0 -> text.substring(0, at) + text.substring(to);
            case 1 -> text.substring(0, at) + morsel() + text.substring(to);
            case 2 -> text.substring(0, to) + text.substring(at);
            case 3 -> text.substring(0, at);
            case 4 -> withoutLine(text, at);
            case 5 -> text.replace("\n", "\r\n");
            case 6 -> swapped(text, at, to);
            default -> text.substring(0, at) + morsel() + text.substring(at);
        };
    }

    private static String withoutLine(String text, int at) {
        int start = text.lastIndexOf('\n', Math.max(0, at - 1)) + 1;
        int end = text.indexOf('\n', at);
        return text.substring(0, Math.min(start, at)) + text.substring(end < 0 ? text.length() : end + 1);
    }

    private String swapped(String text, int at, int to) {
        int other = to + random.nextInt(text.length() - to + 1);
        return text.substring(0, at) + text.substring(to, other) + text.substring(at, to) + text.substring(other);
    }

    private String morsel() {
        return MORSELS.get(random.nextInt(MORSELS.size()));
    }
}
