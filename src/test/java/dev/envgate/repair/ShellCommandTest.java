package dev.envgate.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellCommandTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
            terraform apply                    | infra      | .            | terraform -chdir=infra apply
            terraform apply                    | infra      | infra        | terraform apply
            terraform apply                    | infra      | services/api | terraform -chdir=../../infra apply
            terraform apply                    | ""         | .            | terraform apply
            terraform apply                    | ""         | services     | terraform -chdir=.. apply
            terraform apply                    | our infra  | .            | terraform -chdir='our infra' apply
            terraform apply -replace='a.b'     | it's       | .            | terraform -chdir='it'\\''s' apply -replace='a.b'
            aws ecs update-service             | ""         | services     | aws ecs update-service
            """)
    void isTypedWhereTheUserIs(String text, String directory, String working, String typed) {
        Path repository = Path.of("shop").toAbsolutePath();

        assertThat(new ShellCommand(text, directory)
                        .typedIn(repository.resolve(working).normalize(), repository))
                .isEqualTo(typed);
    }
}
