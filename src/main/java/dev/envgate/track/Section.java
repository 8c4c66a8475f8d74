package dev.envgate.track;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;

/**
 * The part of a follow-up that is ours. What people write before and behind it is theirs and stays.
 *
 * @param mark with the digest of the text
 */
record Section(Form form, Mark mark, String text) {
    private static final int DIGEST_BYTES = 8;

    /** A section that is to be written. */
    static Section of(Form form, Mark mark, String text) {
        return new Section(form, mark.withDigest(digest(text)), text);
    }

    /** The same, so that it takes a run that looks as closely as any before to close it. */
    Section atLeast(Mark before) {
        return new Section(form, mark.atLeast(before), text);
    }

    /** The mark of a follow-up; empty when it is none of ours. */
    static Optional<Mark> mark(Form form, String body) {
        Matcher begin = form.beginning().matcher(body);
        return begin.find() ? Mark.read(begin.group(1)) : Optional.empty();
    }

    String whole() {
        return form.begin(mark) + "\n" + text + "\n" + form.end(mark);
    }

    /** The body with this section instead of the one that is in it. Where somebody took the end away, only the beginning is certainly ours. */
    String in(String body) {
        Matcher begin = form.beginning().matcher(body);
        if (!begin.find()) {
            return body.isBlank() ? whole() : body + "\n\n" + whole();
        }
        String last = form.end(Mark.read(begin.group(1)).orElse(mark));
        int end = body.indexOf(last, begin.end());
        int until = end < 0 ? begin.end() : end + last.length();
        return body.substring(0, begin.start()) + whole() + (end < 0 ? "\n" : "") + body.substring(until);
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }
}
