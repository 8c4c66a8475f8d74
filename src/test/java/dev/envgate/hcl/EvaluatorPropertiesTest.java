package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EvaluatorPropertiesTest {
    private static final int ROUNDS = Integer.getInteger("eval.rounds", 2_000);

    @Test
    void evaluatingTwiceAgrees() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            Expression expression = Evaluation.parsed(new RandomExpressions(seed).any(4));
            Value once = evaluator().evaluate(expression, new Evaluation.Unknowns());
            Value again = evaluator().evaluate(expression, new Evaluation.Unknowns());
            assertThat(again).as("seed %d", seed).isEqualTo(once);
        }
    }

    @Test
    void whatIsKnownInPartNeverContradictsWhatItTurnsOutToBe() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomExpressions random = new RandomExpressions(seed);
            String text = random.any(4);
            Map<String, Value> given = given(random);
            Value partly = evaluator().evaluate(Evaluation.parsed(text), new Evaluation.Unknowns());
            Evaluator knowing = evaluator();
            Value known = knowing.evaluate(Evaluation.parsed(text), new Evaluation.Given(given));
            boolean failed = !knowing.failures().isEmpty() || Extent.of(known).failed();
            assertThat(failed || Refinement.allows(partly, known))
                    .as(
                            "seed %d: %s with %s: %s, but %s",
                            seed, text, shown(given), Rendering.of(partly), Rendering.of(known))
                    .isTrue();
        }
    }

    @Test
    void whatIsKnownHasNoHoles() {
        for (int seed = 0; seed < ROUNDS; seed++) {
            RandomExpressions random = new RandomExpressions(seed);
            String text = random.any(4);
            Evaluator evaluator = evaluator();
            Value known = evaluator.evaluate(Evaluation.parsed(text), new Evaluation.Given(given(random)));
            boolean failed = !evaluator.failures().isEmpty() || Extent.of(known).failed();
            assertThat(failed || known.known())
                    .as("seed %d: %s: %s", seed, text, Rendering.of(known))
                    .isTrue();
        }
    }

    private static Evaluator evaluator() {
        return new Evaluator(new Evaluation.NoFiles());
    }

    private static Map<String, Value> given(RandomExpressions random) {
        Map<String, Value> values = new LinkedHashMap<>();
        for (String name : List.of("s", "t", "n", "b", "l", "m")) {
            values.put(name, evaluator().evaluate(Evaluation.parsed(random.value(name)), new Evaluation.NoNames()));
        }
        return values;
    }

    private static String shown(Map<String, Value> given) {
        Map<String, String> shown = new LinkedHashMap<>();
        given.forEach((name, value) -> shown.put(name, Rendering.of(value)));
        return shown.toString();
    }
}
