package dev.envgate.dotenv;

import dev.envgate.text.SourceFile;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Any text is read as a contract, or refused with problems. */
public final class DotenvFuzz {
    private DotenvFuzz() {}

    /** Called with inputs that cover ever more of the code; see {@link dev.envgate.FuzzTest}. */
    public static void fuzzerTestOneInput(byte[] input) {
        SourceFile file = new SourceFile(".env.example", new String(input, StandardCharsets.UTF_8));
        DotenvReader.Result result = DotenvReader.read(List.of(file));
        if (result.problems().stream().anyMatch(each -> each.span().file() != file)) {
            throw new AssertionError("a problem in another file");
        }
    }
}
