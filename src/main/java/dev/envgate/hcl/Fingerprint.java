package dev.envgate.hcl;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short text that is the same for values that are the same, whatever their origins; it gives nothing of the value away. */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    static String of(Value value) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add(value);
        return digest(fingerprint.text.toString());
    }

    /** The same, but a number is not the same as a string that reads like it. */
    static String typed(Value value) {
        return value.getClass().getSimpleName() + of(value);
    }

    private static String digest(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private void add(Value value) {
        switch (value) {
            case Value.Null ignored -> text.append("null");
            case Value.Bool bool -> text.append(bool.value());
            case Value.Num number -> text.append('#').append(number.number().text());
            case Value.Str string -> string.pieces().forEach(this::add);
            case Value.Seq sequence -> sequence.elements().forEach(this::add);
            case Value.Dict mapping -> mapping.pairs().forEach(this::add);
            case Value.Unknown unknown ->
                text.append('?').append(unknown.symbol().identity());
            case Value.Choice choice -> {
                text.append("if ").append(choice.condition().identity());
                add(choice.whenTrue());
                add(choice.whenFalse());
            }
        }
        text.append('\0');
    }

    private void add(Value.Piece piece) {
        switch (piece) {
            case Value.Piece.Known known -> text.append(known.text());
            case Value.Piece.Encoded encoded -> add(encoded.structure());
            case Value.Piece.Hole hole -> add(hole.value());
        }
    }

    private void add(Value.Element element) {
        switch (element) {
            case Value.Element.One one -> add(one.value());
            case Value.Element.Rest rest -> add(rest.why());
        }
        add(element.guard());
    }

    private void add(Value.Pair pair) {
        switch (pair) {
            case Value.Pair.One one -> {
                add(one.key());
                add(one.value());
            }
            case Value.Pair.Rest rest -> add(rest.why());
        }
        add(pair.guard());
    }

    private void add(Value.Guard guard) {
        guard.terms()
                .forEach(term ->
                        text.append(term.expected()).append(term.condition().identity()));
    }
}
