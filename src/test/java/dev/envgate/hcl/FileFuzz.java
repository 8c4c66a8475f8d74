package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;

/** Any text is read as a file, or refused with problems; every node stands where it says. */
public final class FileFuzz {
    private FileFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile("x.tf", new String(input, StandardCharsets.UTF_8));
        Parsed<Body> parsed = HclParser.parseFile(file);
        SpanCheck.body(parsed.value());
        SpanCheck.problems(file, parsed.problems());
    }
}
