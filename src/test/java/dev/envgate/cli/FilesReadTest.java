package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Identity;
import dev.envgate.terraform.TerraformReader;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Targets that are about the same files share one reading of them, and nobody else does. */
class FilesReadTest {
    private static final Identity HERE = new Identity("123456789012", "us-east-1");

    private final FilesRead files = new FilesRead();
    private final AtomicInteger readings = new AtomicInteger();

    @Test
    void theSameIsReadOnce() throws Misuse {
        assertThat(read(HERE, "--terraform", "infra", "--var", "a=1", "--service", "barn"))
                .isSameAs(read(HERE, "--terraform", "infra", "--var", "a=1", "--service", "wheel"));
        assertThat(readings).hasValue(1);
    }

    @Test
    void whateverDecidesWhatIsReadTellsThemApart() throws Misuse {
        read(HERE, "--terraform", "infra");
        read(HERE, "--terraform", "other");
        read(HERE, "--terraform", "infra", "--var", "a=1");
        read(HERE, "--terraform", "infra", "--var", "a=2");
        read(HERE, "--terraform", "infra", "--var-file", "a.tfvars");
        read(HERE, "--terraform", "infra", "--workspace", "staging");
        read(HERE, "--terraform", "infra", "--state", "a.tfstate");
        read(HERE, "--terraform", "infra", "--secret-prefix", "shop/");
        read(HERE, "--terraform", "infra", "--plan", "plan.json");
        read(HERE, "--task-definition", "app.json");
        read(new Identity("123456789012", "eu-west-1"), "--terraform", "infra");
        read(new Identity("", "us-east-1"), "--terraform", "infra");
        assertThat(readings).hasValue(12);
    }

    @Test
    void theOrderOfVariablesIsPartOfIt() throws Misuse {
        read(HERE, "--var", "a=1", "--var", "a=2");
        read(HERE, "--var", "a=2", "--var", "a=1");
        assertThat(readings).hasValue(2);
    }

    @Test
    void aFailureIsThatOfEachOfThem() {
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> files.configured(asked(HERE), this::fail).end())
                    .isInstanceOf(Misuse.class)
                    .hasMessageContaining("It cannot be read.");
        }
        assertThat(readings).hasValue(1);
    }

    private TerraformReader.Result fail() throws Misuse {
        readings.incrementAndGet();
        throw new Misuse("It cannot be read.", "mend it.");
    }

    private TerraformReader.Result read(Identity identity, String... options) throws Misuse {
        return files.configured(asked(identity, options), () -> {
                    readings.incrementAndGet();
                    return new TerraformReader.Result(
                            new Configuration("", List.of(), List.of(), List.of()), List.of());
                })
                .end();
    }

    private static FilesRead.Asked asked(Identity identity, String... options) {
        return CommandLine.populateCommand(new InputOptions(), options).asked(identity);
    }
}
