package dev.envgate.ledger;

import dev.envgate.text.Span;
import java.util.List;

/**
 * A name in the contract.
 *
 * @param span the name itself, in the contract's file
 * @param kindBecause why it is a secret or a setting, half a sentence that can follow "because", without any value
 * @param ground what decided the standing
 * @param standingBecause likewise, why it is required, optional or local
 * @param comment the comment lines that document it, without {@code #}
 * @param example what it shows as its value
 * @param tags the known tags of its comments, in the order they are written
 * @param section the title of the banner that it stands under, or empty
 */
public record Declaration(
        Name name,
        Span span,
        Kind kind,
        String kindBecause,
        Standing standing,
        Ground ground,
        String standingBecause,
        List<String> comment,
        boolean commentedOut,
        Example example,
        List<Tag> tags,
        String section) {
    public Declaration {
        comment = List.copyOf(comment);
        tags = List.copyOf(tags);
    }

    /** With a value of no account and without tags, judged by how it looks. */
    public Declaration(
            Name name,
            Span span,
            Kind kind,
            String kindBecause,
            Standing standing,
            String standingBecause,
            List<String> comment,
            boolean commentedOut) {
        this(
                name,
                span,
                kind,
                kindBecause,
                standing,
                Ground.LOOKS,
                standingBecause,
                comment,
                commentedOut,
                Example.OTHER,
                List.of(),
                "");
    }

    /** Under no banner. */
    public Declaration(
            Name name,
            Span span,
            Kind kind,
            String kindBecause,
            Standing standing,
            Ground ground,
            String standingBecause,
            List<String> comment,
            boolean commentedOut,
            Example example,
            List<Tag> tags) {
        this(
                name,
                span,
                kind,
                kindBecause,
                standing,
                ground,
                standingBecause,
                comment,
                commentedOut,
                example,
                tags,
                "");
    }

    /** The file that it stands in, as shown to people. */
    public String file() {
        return span.file().path();
    }

    /** The same declaration, read as a secret or a setting for another reason. */
    Declaration withKind(Kind other, String because) {
        return new Declaration(
                name,
                span,
                other,
                because,
                standing,
                ground,
                standingBecause,
                comment,
                commentedOut,
                example,
                tags,
                section);
    }

    /** The same declaration with another promise. */
    Declaration withStanding(Standing other, Ground by, String because) {
        return new Declaration(
                name, span, kind, kindBecause, other, by, because, comment, commentedOut, example, tags, section);
    }

    /** Whether people said it to people what decided the standing. */
    public boolean byWords() {
        return ground == Ground.WORDS || ground == Ground.HEADING;
    }

    /** What decided the standing of a declaration. */
    public enum Ground {
        /** A tag: it was said to the gate. */
        TAG,
        /** Its comment: people said it to people. */
        WORDS,
        /** Likewise, what heads it among other names: the title of a section or of a block. */
        HEADING,
        /** What the name and the value look like. */
        LOOKS,
        /** The code, which fails without a name that what heads it would let off. */
        CODE,
        /** The configuration. */
        SETTINGS,
        /** {@code --strict}. */
        STRICT
    }
}
