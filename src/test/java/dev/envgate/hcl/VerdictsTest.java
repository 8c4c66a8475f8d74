package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Holds the parser to the recorded verdicts of HashiCorp's own; {@code src/test/oracle/fmt-verdicts.sh} records them. */
class VerdictsTest {
    @Test
    void acceptsAndRefusesWhatTerraformDoes() throws IOException {
        List<VerdictTable.Case> cases = VerdictTable.read(Path.of("src/test/resources/hcl/verdicts.tsv"));
        assertThat(cases).hasSizeGreaterThan(1000);
        assertThat(cases)
                .filteredOn(each -> accepts(each.text()) != each.accepted())
                .isEmpty();
    }

    private static boolean accepts(String text) {
        String read = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return HclParser.parseFile(new SourceFile("case.tf", read)).ok();
    }
}
