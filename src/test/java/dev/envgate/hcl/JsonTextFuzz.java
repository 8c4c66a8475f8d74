package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any template whose sequences are holes is read as JSON, or said to be none. */
public final class JsonTextFuzz {
    private JsonTextFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile("x.json.tpl", new String(input, StandardCharsets.UTF_8));
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(file);
        Value value = parsed.ok()
                ? ExpressionFuzz.evaluator().evaluate(parsed.value(), new Evaluation.Unknowns())
                : Value.Str.of(file.text(), Origin.at(file.all()));
        if (value instanceof Value.Str text) {
            Extent.of(JsonText.read(text));
        }
    }
}
