package dev.envgate.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "env, true",
        "process.env.A, true",
        "import { env } from 'x', true",
        "$env/static/private, true",
        "müenv, true",
        "envelope, false",
        "environment, false",
        "an_env, false",
        "env2, false",
        "oenv env, true",
        "createEnv, true",
        "recreateEnvs, true"
    })
    void aWordIsNoPartOfAnother(String text, boolean marked) {
        Marks words = new Marks(List.of("env", "createEnv"), List.of("createEnv"), List.of("env"));
        assertThat(words.in(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(marked);
    }
}
