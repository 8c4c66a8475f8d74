package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions written to fill the memory or to run for ever: each is known not to be known, within the work and the size that one run may take. */
class EvaluatorBoundsTest {
    private static final long STEPS = 3_000_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[for i in range(1000000000) : i]",
                "flatten([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]])",
                "[for a in range(1000) : { for b in range(1000) : b => range(100) }]",
                "\"%{ for a in range(1000) }%{ for b in range(1000) }xxxxxxxxxxxxxxxxxxxx%{ endfor }%{ endfor }\"",
                "regex(\"((a{1000}){1000}){1000}\", \"a\")",
                "regex(\"(((((a{9}){9}){9}){9}){9}){9}\", \"a\")",
            })
    void whatWouldBeTooMuchIsNotKnownAndNotLarge(String expression) {
        Extent extent = Extent.of(evaluated(expression));
        assertThat(extent.known()).isFalse();
        assertThat(extent.weight()).isLessThan(2 * Budget.WEIGHT);
    }

    @Test
    void aPatternThatBacktracksIsMatchedInLinearTime() {
        String text = "a".repeat(20_000) + "!";
        assertThat(evaluated("regexall(\"(a+)+$\", \"" + text + "\")")).isInstanceOf(Value.Seq.class);
    }

    @Test
    void aRepeatInsideOfTheBoundIsAllowed() {
        assertThat(Repeats.tooMany("(a{10}){100}")).isFalse();
        assertThat(Repeats.tooMany("(a{10}){101}")).isTrue();
        assertThat(Repeats.tooMany("a{1000}b{1000}[{9}]{9}\\\\{9}")).isFalse();
        assertThat(Repeats.tooMany("(a{2,}|b{3,900}){2}")).isTrue();
    }

    @Test
    void aLoopOfLoopsThatAreTooLargeEndsAfterAFewOfThem() {
        Budget budget = new Budget(4_000_000);
        String loops = "[for a in range(1000) : [for b in range(1000) : [for c in range(1000) : \"x\"]]]";
        assertThat(Extent.of(evaluated(loops, budget)).known()).isFalse();
        assertThat(budget.spend(1)).as("steps are left").isTrue();
    }

    @Test
    void whatIsHeavyTakesNothingElseWithIt() {
        Budget budget = new Budget(STEPS);
        long carried = 0;
        while (budget.carry(Budget.WEIGHT)) {
            carried += Budget.WEIGHT;
        }
        assertThat(carried).isBetween(Budget.CARRIED / 2, Budget.CARRIED);
        assertThat(budget.carry(Budget.LIGHT + 1)).isFalse();
        assertThat(evaluated("join(\",\", [1, 2])", budget)).isInstanceOf(Value.Str.class);
    }

    private static Value evaluated(String expression) {
        return evaluated(expression, new Budget(STEPS));
    }

    private static Value evaluated(String expression, Budget budget) {
        Parsed<Expression> parsed = HclParser.parseExpression(new SourceFile("test.tf", expression));
        assertThat(parsed.problems()).isEmpty();
        return new Evaluator(new Evaluation.NoFiles(), budget).evaluate(parsed.value(), new Evaluation.Unknowns());
    }
}
