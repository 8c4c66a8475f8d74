package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.config.ConfigReader;
import dev.envgate.terraform.Inputs.Assignment;
import dev.envgate.text.SourceFile;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Option;

class InputOptionsTest {
    private static final Path BASE = Path.of("/repository");

    @Test
    void theCodeIsSearchedWhereTheConfigurationSays() {
        Target target = new Target(
                "api",
                "",
                ConfigReader.read(new SourceFile(
                                "envgate.yml", "services: {api: {source: [code, lib], exclude: [generated/]}}"))
                        .settings()
                        .services()
                        .getFirst()
                        .whereabouts());
        InputOptions said = new InputOptions().over(target, BASE);
        InputOptions asked = parsed("--source", "other").over(target, BASE);

        assertThat(said.sources()).containsExactly(BASE.resolve("code"), BASE.resolve("lib"));
        assertThat(said.excluded()).containsExactly("generated/");
        assertThat(asked.sources()).containsExactly(Path.of("other"));
    }

    /** Whoever adds an option has to say in {@code over} what the configuration does to it. */
    @Test
    void everyOptionSurvivesAConfigurationThatSaysNothing() throws IllegalAccessException {
        InputOptions all = parsed(
                "--env-file",
                "a",
                "--terraform",
                "b",
                "--workspace",
                "c",
                "--plan",
                "d",
                "--state",
                "e",
                "--task-definition",
                "f",
                "--cluster",
                "g",
                "--service",
                "h",
                "--container",
                "i",
                "--source",
                "j",
                "--no-source",
                "--var",
                "k=l",
                "--var-file",
                "m",
                "--all",
                "--secret-prefix",
                "o",
                "--family",
                "n");
        InputOptions over = all.over(Target.ASKED.of("n"), BASE);
        List<Field> options = Arrays.stream(InputOptions.class.getDeclaredFields())
                .filter(field -> field.isAnnotationPresent(Option.class)
                        || field.getName().equals("assignments"))
                .toList();

        assertThat(options).hasSizeGreaterThan(10);
        for (Field option : options) {
            option.setAccessible(true);
            assertThat(option.get(over)).as(option.getName()).isEqualTo(option.get(all));
            assertThat(option.get(all)).as(option.getName()).isNotEqualTo(option.get(new InputOptions()));
        }
    }

    @Test
    void variablesAndTheirFilesStayInTheOrderInWhichTheyWereGiven() throws Misuse {
        assertThat(parsed("--var", "a=1", "--var-file", "one", "--var", "a=2", "--var", "b=3", "--var-file", "two")
                        .assignments())
                .containsExactly(
                        new Assignment.Var("a", "1"),
                        new Assignment.VarFile(Path.of("one")),
                        new Assignment.Var("a", "2"),
                        new Assignment.Var("b", "3"),
                        new Assignment.VarFile(Path.of("two")));
    }

    private static InputOptions parsed(String... arguments) {
        return CommandLine.populateCommand(new InputOptions(), arguments);
    }
}
