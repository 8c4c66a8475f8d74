package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthoritiesTest {
    @TempDir
    private Path directory = Path.of("");

    @Test
    void withoutABundleTheRuntimeDecides() {
        assertThat(Authorities.of(Map.of())).isEqualTo(new Answer.Got<Authorities>(new Authorities.OfTheRuntime()));
        assertThat(Authorities.of(Map.of("AWS_CA_BUNDLE", " ")))
                .isEqualTo(new Answer.Got<Authorities>(new Authorities.OfTheRuntime()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    ""                                                                          | EMPTY_BUNDLE
                    planted, and no certificate                                                 | EMPTY_BUNDLE
                    -----BEGIN PRIVATE KEY-----;planted;-----END PRIVATE KEY-----               | EMPTY_BUNDLE
                    -----BEGIN CERTIFICATE-----;planted                                         | EMPTY_BUNDLE
                    -----BEGIN CERTIFICATE-----;-----END CERTIFICATE-----                       | BAD_BUNDLE
                    -----BEGIN CERTIFICATE-----;planted1;-----END CERTIFICATE-----              | BAD_BUNDLE
                    -----BEGIN CERTIFICATE-----;not base 64 !;-----END CERTIFICATE-----         | BAD_BUNDLE
                    """)
    void aBundleThatCannotBeUsedIsNamed(String lines, Trouble trouble) throws IOException {
        Path file = Files.writeString(directory.resolve("bundle.pem"), lines.replace(";", "\n") + "\n");
        assertThat(trouble(file.toString())).isEqualTo(trouble);
    }

    @Test
    void aBundleThatCannotBeReadIsNamed() throws IOException {
        assertThat(trouble(directory.resolve("none.pem").toString())).isEqualTo(Trouble.NO_BUNDLE);
        assertThat(trouble(directory.toString())).isEqualTo(Trouble.NO_BUNDLE);
        assertThat(trouble("a\0b")).isEqualTo(Trouble.NO_BUNDLE);
        assertThat(trouble(Files.write(directory.resolve("binary"), new byte[] {0, 1, -128, -1})
                        .toString()))
                .isEqualTo(Trouble.EMPTY_BUNDLE);
    }

    private static Trouble trouble(String file) {
        return Authorities.of(Map.of("AWS_CA_BUNDLE", file))
                .resolve(
                        found -> {
                            throw new AssertionError(found);
                        },
                        failure -> {
                            assertThat(failure.why() + failure.hint())
                                    .contains("`AWS_CA_BUNDLE`")
                                    .doesNotContain("planted");
                            return failure.trouble();
                        });
    }
}
