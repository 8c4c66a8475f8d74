package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any expression comes to a value, in bounded work, when nothing is known of the names in it. */
public final class ExpressionFuzz {
    private static final long STEPS = 200_000;

    private ExpressionFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile("x.tf", new String(input, StandardCharsets.UTF_8));
        Parsed<Expression> parsed = HclParser.parseExpression(file);
        SpanCheck.problems(file, parsed.problems());
        if (parsed.ok()) {
            Extent.of(evaluator().evaluate(parsed.value(), new Evaluation.Unknowns()));
        }
    }

    static Evaluator evaluator() {
        return new Evaluator(new Evaluation.NoFiles(), new Budget(STEPS));
    }
}
