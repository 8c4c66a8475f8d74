package dev.envgate.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * An action or an ARN, or what a policy writes for many of them, as far as it is known. In what a policy writes, {@code *} stands for any
 * text and {@code ?} for one character.
 */
public record PolicyPattern(List<Part> parts) {
    /** More is not compared: an ARN has at most 2,048 characters. */
    private static final int LONGEST = 4_096;

    public PolicyPattern {
        parts = List.copyOf(parts);
    }

    /** A pattern that is known. */
    public static PolicyPattern of(String text) {
        return new PolicyPattern(List.of(new Part.Text(text)));
    }

    /** A part of it. */
    public sealed interface Part {
        /** Text that is known. */
        record Text(String text) implements Part {}

        /** A text that is not known; {@code what} is the same for what must be the same text. */
        record Some(String what) implements Part {}

        /** A text that is not known and has neither colon nor slash: a region, an account, the id of a key. */
        record Word(String what) implements Part {}

        /** The six letters or digits that Secrets Manager appends to the name of a secret, each of which may be any. */
        record Suffix(String what) implements Part {}
    }

    /** The ARN of a secret; {@code block} tells what is not known of it from the same of others. */
    public static PolicyPattern secret(String block, PolicyPattern name) {
        List<Part> parts = new ArrayList<>(head(block, "secretsmanager", "secret:"));
        parts.addAll(name.parts);
        parts.add(new Part.Text("-"));
        parts.add(new Part.Suffix(block));
        return new PolicyPattern(parts);
    }

    /** The ARN of a parameter, whose name begins with a slash or does not; {@code block} as for secrets. */
    public static PolicyPattern parameter(String block, PolicyPattern name) {
        boolean slash = name.parts.isEmpty()
                || !(name.parts.getFirst() instanceof Part.Text(String first))
                || !first.startsWith("/");
        List<Part> parts = new ArrayList<>(head(block, "ssm", slash ? "parameter/" : "parameter"));
        parts.addAll(name.parts);
        return new PolicyPattern(parts);
    }

    /** The ARN of a key that a block makes. */
    public static PolicyPattern key(String block) {
        List<Part> parts = new ArrayList<>(head(block, "kms", "key/"));
        parts.add(new Part.Word("the id of " + block));
        return new PolicyPattern(parts);
    }

    private static List<Part> head(String block, String service, String resource) {
        return List.of(
                new Part.Text("arn:"),
                new Part.Word("the partition of " + block),
                new Part.Text(":" + service + ":"),
                new Part.Word("the region of " + block),
                new Part.Text(":"),
                new Part.Word("the account of " + block),
                new Part.Text(":" + resource));
    }

    /** The same without regard to upper and lower case, as actions are compared. */
    public PolicyPattern folded() {
        return new PolicyPattern(parts.stream()
                .map(part ->
                        part instanceof Part.Text(String text) ? new Part.Text(text.toLowerCase(Locale.ROOT)) : part)
                .toList());
    }

    /** Whether what a policy writes covers something: for certain, for certain not, or perhaps. */
    public Agreement covers(PolicyPattern thing) {
        if (isPlain() && thing.parts.equals(parts)) {
            return Agreement.SAME;
        }
        return beginsLike(thing) ? byPieces(thing) : Agreement.DIFFERENT;
    }

    /** Whether it is one text that is known and stands for nothing else. */
    private boolean isPlain() {
        return parts.size() == 1
                && parts.getFirst() instanceof Part.Text(String text)
                && literal(text) == text.length();
    }

    /** Whether nothing that both begin with is different, as far as both are known from the beginning. */
    private boolean beginsLike(PolicyPattern thing) {
        if (parts.isEmpty()
                || thing.parts.isEmpty()
                || !(parts.getFirst() instanceof Part.Text(String mine))
                || !(thing.parts.getFirst() instanceof Part.Text(String theirs))) {
            return true;
        }
        int both = Math.min(literal(mine), theirs.length());
        return mine.regionMatches(0, theirs, 0, both);
    }

    /** How many characters stand for themselves before one that stands for others. */
    private static int literal(String text) {
        int at = 0;
        while (at < text.length() && text.charAt(at) != '*' && text.charAt(at) != '?') {
            at++;
        }
        return at;
    }

    private Agreement byPieces(PolicyPattern thing) {
        List<Token> pattern = Token.of(this, true);
        List<Token> text = Token.of(thing, false);
        if (pattern.size() > LONGEST || text.size() > LONGEST) {
            return Agreement.UNKNOWN;
        }
        if (!Token.mayMeet(pattern, text)) {
            return Agreement.DIFFERENT;
        }
        return Token.mustMeet(pattern, text) ? Agreement.SAME : Agreement.UNKNOWN;
    }

    /** This and a suffix that Secrets Manager would append to a name. */
    public PolicyPattern suffixed() {
        List<Part> longer = new ArrayList<>(parts);
        longer.add(new Part.Text("-"));
        longer.add(new Part.Suffix(toString()));
        return new PolicyPattern(longer);
    }

    /** For a person: what is not known as <code>${…}</code>, a suffix as six question marks. */
    @Override
    public String toString() {
        return parts.stream()
                .map(part -> switch (part) {
                    case Part.Text(String text) -> text;
                    case Part.Some(String what) -> "${" + what + "}";
                    case Part.Word(String what) -> "${" + what + "}";
                    case Part.Suffix _ -> "??????";
                })
                .collect(Collectors.joining());
    }
}
