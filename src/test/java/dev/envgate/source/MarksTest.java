package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MarksTest {
    private final Marks marks = new Marks(List.of("environ", "ENV", "@Value"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E",
                "EN",
                "ENV",
                "xENV",
                "EENV",
                "environ",
                "enviro",
                "enenviron",
                "environment",
                "Environ",
                "müßig ENV['A']",
                "%nv",
                "@Value(\"${A}\")",
                "nothing at all"
            })
    void theBytesSayWhatTheTextSays(String text) {
        assertThat(marks.in(text.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(marks.in(text))
                .isEqualTo(text.contains("environ") || text.contains("ENV") || text.contains("@Value"));
    }
}
