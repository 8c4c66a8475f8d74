package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.PolicyPattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy writes against what it is asked about. In the tables <code>{x}</code> is any text, <code>&lt;x></code> a word, and # a suffix. */
class PolicyPatternTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            value = {
                "a a SAME",
                "a b DIFFERENT",
                "a ab DIFFERENT",
                "* abc SAME",
                "a* abc SAME",
                "*c abc SAME",
                "a*c abc SAME",
                "a*c abd DIFFERENT",
                "a?c abc SAME",
                "a?c ac DIFFERENT",
                "??? abc SAME",
                "a**c ac SAME",
                "{x} abc UNKNOWN",
                "a{x} abc UNKNOWN",
                "b{x} abc DIFFERENT",
                "a{x}c abd DIFFERENT",
                "* {y} SAME",
                "a {y} UNKNOWN",
                "a* a{y} SAME",
                "a{x} a{x} SAME",
                "a{x} a{y} UNKNOWN",
                "a{x}* a{x}b SAME",
                "b{x} a{x} DIFFERENT",
                "arn:<r>:x arn:us-1:x UNKNOWN",
                "arn:<r>:x arn:us:1:x DIFFERENT",
                "arn:us:1:x arn:<r>:x DIFFERENT",
                "arn:us-1:x arn:<r>:x UNKNOWN",
                "arn:*:x arn:<r>:x SAME",
                "arn:{a}:x arn:<r>:x UNKNOWN",
                "app/db app/db-# DIFFERENT",
                "app/db-* app/db-# SAME",
                "app/db* app/db-# SAME",
                "app/db-?????? app/db-# SAME",
                "app/db-????? app/db-# DIFFERENT",
                "app/db-??????? app/db-# DIFFERENT",
                "app/db-Ab12Cd app/db-# UNKNOWN",
                "app/db-Ab1-Cd app/db-# DIFFERENT",
                "app/db-Ab1/Cd app/db-# DIFFERENT",
                "app/db-# app/db-# SAME",
                "app/db-#* app/db-# SAME",
                "app/db-#:key app/db-# DIFFERENT",
                "arn:aws:ssm:us-1:1:parameter/shop/* arn:<p>:ssm:<r>:<a>:parameter/bill/x DIFFERENT",
                "arn:aws:ssm:us-1:1:parameter/bill/* arn:<p>:ssm:<r>:<a>:parameter/bill/x UNKNOWN",
                "arn:aws:ssm:*:*:parameter/bill/* arn:<p>:ssm:<r>:<a>:parameter/bill/x UNKNOWN",
                "arn:*:ssm:*:*:parameter/bill/* arn:<p>:ssm:<r>:<a>:parameter/bill/x SAME",
            })
    void aPatternCovers(String pattern, String text, Agreement expected) {
        assertThat(read(pattern).covers(read(text))).isEqualTo(expected);
    }

    @Test
    void whatIsKnownIsComparedAsByARegularExpression() {
        Random random = new Random(7);
        for (int i = 0; i < 5_000; i++) {
            String pattern = letters(random, "ab*?");
            String text = letters(random, "ab");
            String expression = pattern.replace("*", ".*").replace("?", ".");
            assertThat(PolicyPattern.of(pattern).covers(PolicyPattern.of(text)) == Agreement.SAME)
                    .as("%s covers %s", pattern, text)
                    .isEqualTo(Pattern.matches(expression, text));
        }
    }

    @Test
    void whateverAnUnknownPartTurnsOutToBeTheAnswerBeforeWasRight() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            String pattern = letters(random, "ab*?{");
            String text = letters(random, "ab}");
            Agreement before = holes(pattern, '{', "x").covers(holes(text, '}', "y"));
            String first = letters(random, "ab");
            String second = letters(random, "ab");
            Agreement after =
                    PolicyPattern.of(pattern.replace("{", first)).covers(PolicyPattern.of(text.replace("}", second)));
            assertThat(before == Agreement.UNKNOWN || before == after)
                    .as("%s (%s) covers %s (%s): %s", pattern, first, text, second, before)
                    .isTrue();
        }
    }

    @Test
    void longTextsWithManyStarsAreComparedAtOnce() {
        PolicyPattern stars = PolicyPattern.of("*a".repeat(1_000) + "b");
        assertThat(stars.covers(PolicyPattern.of("a".repeat(2_000)))).isEqualTo(Agreement.DIFFERENT);
    }

    private static String letters(Random random, String of) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            text.append(of.charAt(random.nextInt(of.length())));
        }
        return text.toString();
    }

    private static PolicyPattern holes(String text, char hole, String what) {
        List<Part> parts = new ArrayList<>();
        for (int i = 0; i < text.length(); i++) {
            String letter = text.substring(i, i + 1);
            parts.add(text.charAt(i) == hole ? new Part.Some(what) : new Part.Text(letter));
        }
        return new PolicyPattern(parts);
    }

    private static PolicyPattern read(String text) {
        List<Part> parts = new ArrayList<>();
        for (String part : text.splitWithDelimiters("\\{\\w+}|<\\w+>|#", 0)) {
            parts.add(
                    switch (part.isEmpty() ? ' ' : part.charAt(0)) {
                        case '{' -> new Part.Some(part);
                        case '<' -> new Part.Word(part);
                        case '#' -> new Part.Suffix(part);
                        default -> new Part.Text(part);
                    });
        }
        return new PolicyPattern(parts);
    }
}
