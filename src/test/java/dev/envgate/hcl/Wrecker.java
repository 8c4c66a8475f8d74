package dev.envgate.hcl;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

/** Spoils whole files as they are spoiled on disk: by merges, downloads, editors, shells and broken encodings; {@link Mutator} spoils texts. */
final class Wrecker {
    private static final Pattern BETWEEN_TOKENS = Pattern.compile("(?<=\\W)|(?=\\W)");
    private static final Pattern BETWEEN_LINES = Pattern.compile("(?<=\n)");

    private static final List<String> PAGES = List.of(
            "<!DOCTYPE html>\n<html><body>404</body></html>\n",
            "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code></Error>\n",
            "{\"message\": \"Not Found\"}\n",
            "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n",
            "404: Not Found");

    /** What editors, chat programs and keyboards make of a character. */
    private static final List<List<String>> LOOKALIKES = List.of(
            List.of("\"", "“"),
            List.of("\"", "'"),
            List.of("\"", "\\\""),
            List.of(" ", "\u00A0"),
            List.of(" ", "\u3000"),
            List.of("-", "–"),
            List.of("=", "＝"),
            List.of("a", "а"),
            List.of("e", "e\u0301"),
            List.of("i", "ı"),
            List.of("o", "\u200Do"),
            List.of("...", "…"),
            List.of("\n", "\u2028"),
            List.of("\n", "\u0085"),
            List.of("\n", "\r"),
            List.of("\n", "\r\n"),
            List.of("\n", "\f\n"),
            List.of("\t", "\u000B"));

    /** What people mistype in strings, heredocs and templates. */
    private static final List<List<String>> SLIPS = List.of(
            List.of("${", "$ {"),
            List.of("${", "$${"),
            List.of("${", "%{"),
            List.of("${", "{"),
            List.of("${", "${~"),
            List.of("%{", "${"),
            List.of("%{", "%%{"),
            List.of("}\"", "\""),
            List.of("}", "~}"),
            List.of("}", "}}"),
            List.of("{", "{{"),
            List.of("<<-", "<<"),
            List.of("<<", "<<~"),
            List.of("EOT\n", "EOT \n"),
            List.of("EOT\n", "EOT,\n"),
            List.of("EOT\n", "EOT"),
            List.of("EOT", "EOF"),
            List.of("EOT", "\"EOT\""),
            List.of("endif", "end"),
            List.of("else", "elseif"),
            List.of("endfor", "endif"),
            List.of(" in ", " of "),
            List.of(" : ", " => "),
            List.of("=>", "="),
            List.of(" = ", ": "),
            List.of(" = ", " "),
            List.of(" = ", " == "),
            List.of(",\n", "\n"),
            List.of("\n", ",\n"),
            List.of("#", ""),
            List.of("#", "/*"),
            List.of("\n", ";\n"),
            List.of(" {\n", "\n{\n"),
            List.of(" {\n", " = {\n"),
            List.of("[*]", ".*"),
            List.of("[0]", ".0"),
            List.of("\\", ""),
            List.of("\\n", "\\x"));

    private static final List<byte[]> BAD_BYTES = List.of(
            bytes(0x00),
            bytes(0x80),
            bytes(0xC0, 0xAF),
            bytes(0xC3),
            bytes(0xE2, 0x82),
            bytes(0xED, 0xA0, 0x80),
            bytes(0xF4, 0x90, 0x80, 0x80),
            bytes(0xFE, 0xFF),
            bytes(0xFF, 0xFE),
            bytes(0xEF, 0xBB, 0xBF),
            bytes(0xEF, 0xBF, 0xBE),
            bytes(0xEF, 0xBF, 0xBD),
            bytes(0x1B, 0x5B, 0x33, 0x31, 0x6D),
            bytes(0x7F));

    private final Random random;

    Wrecker(long seed) {
        this.random = new Random(seed);
    }

    /** One kind of damage to a file, now and then two. */
    byte[] wreck(String text) {
        String damaged = random.nextInt(4) == 0 ? damaged(damaged(text)) : damaged(text);
        byte[] whole = damaged.getBytes(StandardCharsets.UTF_8);
        return random.nextInt(6) == 0 ? damaged(whole) : whole;
    }

    private String damaged(String text) {
        return switch (random.nextInt(12)) {
            case 0 -> conflict(lines(text));
            case 1 -> text.substring(0, random.nextInt(text.length() + 1));
            case 2 -> random.nextBoolean() ? pick(PAGES) : spliced(text, pick(PAGES));
            case 3 -> random.nextBoolean() ? "\uFEFF" + text : spliced(text, "\uFEFF");
            case 4 -> mixedLineEnds(text);
            case 5 -> replaced(text, pick(LOOKALIKES));
            case 6, 7 -> replaced(text, pick(SLIPS));
            case 8 -> shuffled(lines(text));
            case 9, 10 -> shuffled(tokens(text));
            default -> withoutOneBracket(text);
        };
    }

    /** Part of the lines twice, between the markers that a failed merge leaves. */
    private String conflict(List<String> lines) {
        int from = random.nextInt(lines.size() + 1);
        int to = from + random.nextInt(lines.size() - from + 1);
        String ours = String.join("", lines.subList(from, to));
        String both = "<<<<<<< HEAD\n" + ours + (random.nextInt(3) == 0 ? "||||||| base\n" : "") + "=======\n" + ours
                + ">>>>>>> feature\n";
        return String.join("", lines.subList(0, from)) + both + String.join("", lines.subList(to, lines.size()));
    }

    private String spliced(String text, String piece) {
        int at = random.nextInt(text.length() + 1);
        return text.substring(0, at) + piece + text.substring(at);
    }

    private String mixedLineEnds(String text) {
        StringBuilder mixed = new StringBuilder();
        lines(text).forEach(line -> mixed.append(random.nextBoolean() ? line.replace("\n", "\r\n") : line));
        return mixed.toString();
    }

    /** One, or each, of the places where something stands. */
    private String replaced(String text, List<String> change) {
        int at = text.indexOf(change.getFirst(), random.nextInt(text.length() + 1));
        if (at < 0 || random.nextInt(8) == 0) {
            return text.replace(change.getFirst(), change.getLast());
        }
        return text.substring(0, at)
                + change.getLast()
                + text.substring(at + change.getFirst().length());
    }

    /** One of the parts is lost, doubled, moved, or changes places with another. */
    private String shuffled(List<String> parts) {
        if (parts.isEmpty()) {
            return "";
        }
        List<String> changed = new ArrayList<>(parts);
        int one = random.nextInt(changed.size());
        int other = random.nextInt(changed.size());
        switch (random.nextInt(4)) {
            case 0 -> changed.remove(one);
            case 1 -> changed.add(other, changed.get(one));
            case 2 -> changed.add(Math.min(other, changed.size() - 1), changed.remove(one));
            default -> Collections.swap(changed, one, other);
        }
        return String.join("", changed);
    }

    private String withoutOneBracket(String text) {
        int from = random.nextInt(text.length() + 1);
        for (int at = from; at < text.length(); at++) {
            if ("{}[]()\"".indexOf(text.charAt(at)) >= 0) {
                return text.substring(0, at) + text.substring(at + 1);
            }
        }
        return text;
    }

    private byte[] damaged(byte[] whole) {
        int at = random.nextInt(whole.length + 1);
        int to = Math.min(whole.length, at + random.nextInt(3));
        byte[] piece = random.nextInt(3) == 0 ? bytes(random.nextInt(256)) : pick(BAD_BYTES);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(whole, 0, at);
        out.writeBytes(piece);
        out.writeBytes(Arrays.copyOfRange(whole, to, whole.length));
        return out.toByteArray();
    }

    private static List<String> lines(String text) {
        return List.of(BETWEEN_LINES.split(text));
    }

    private static List<String> tokens(String text) {
        return List.of(BETWEEN_TOKENS.split(text));
    }

    private <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] bytes(int... values) {
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[i] = (byte) values[i];
        }
        return bytes;
    }
}
