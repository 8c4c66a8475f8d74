package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any text is read as Terraform written in JSON, or refused with problems. */
public final class JsonSyntaxFuzz {
    private JsonSyntaxFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile("x.tf.json", new String(input, StandardCharsets.UTF_8));
        SpanCheck.problems(
                file, JsonSyntax.parseFile(file, JsonSyntax.TERRAFORM).problems());
        SpanCheck.problems(file, JsonSyntax.parseValues(file).problems());
    }
}
