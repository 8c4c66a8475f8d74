package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any text is read as a template file, or refused with problems. */
public final class TemplateFuzz {
    private TemplateFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile("x.tpl", new String(input, StandardCharsets.UTF_8));
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(file);
        SpanCheck.template(parsed.value());
        SpanCheck.problems(file, parsed.problems());
    }
}
