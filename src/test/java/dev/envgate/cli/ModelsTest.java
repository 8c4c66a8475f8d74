package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** Holds the models that the build has made to what the annotations say. Where nothing was built, both are the same thing. */
class ModelsTest {
    private static final PrintStream NOWHERE = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    private Path directory;

    @Test
    void theModelsSayWhatTheAnnotationsSay() {
        CommandLine line = line();

        assertThat(line.getSubcommands()).hasSizeGreaterThan(15);
        assertSame(line);
        line.getSubcommands().values().forEach(ModelsTest::assertSame);
    }

    /** What is set by a method or starts as something else than nothing. */
    @Test
    void theModelsSetWhatTheOptionsAreFor() throws Misuse {
        InputOptions inputs = new InputOptions();
        LookOptions look = new LookOptions();
        CommandLine line = new CommandLine(Models.of(inputs, new CommandFactory()), new CommandFactory());
        line.addMixin("look", Models.of(look, new CommandFactory()));
        line.parseArgs(
                "--env-file", "a", "--env-file", "b", "--var", "c=d", "--var", "e=f", "--all", "--color", "never");

        assertThat(inputs.envFiles()).containsExactly(Path.of("a"), Path.of("b"));
        assertThat(inputs.assignments()).hasSize(2);
        assertThat(inputs.all()).isTrue();
        assertThat(inputs.noSource()).isFalse();
    }

    private CommandLine line() {
        Console console = new Console(NOWHERE, NOWHERE, Map.of(), directory, false, Instant.EPOCH);
        return new Envgate(console, AwsSettings.DEFAULT).commandLine();
    }

    private static void assertSame(CommandLine made) {
        CommandSpec annotated = CommandSpec.forAnnotatedObject(made.getCommand(), new CommandFactory());
        CommandSpec model = made.getCommandSpec();

        assertThat(model.name()).isEqualTo(annotated.name());
        assertThat(usage(model)).as(model.name()).isEqualTo(usage(annotated));
        assertThat(model.options().stream()
                        .filter(each -> !List.of("-h", "-V").contains(each.shortestName()))
                        .map(ModelsTest::option))
                .as(model.name())
                .containsExactlyInAnyOrderElementsOf(
                        annotated.options().stream().map(ModelsTest::option).toList());
        assertThat(model.positionalParameters().stream().map(ModelsTest::positional))
                .as(model.name())
                .containsExactlyElementsOf(annotated.positionalParameters().stream()
                        .map(ModelsTest::positional)
                        .toList());
        assertThat(model.mixins().keySet())
                .as(model.name())
                .isEqualTo(annotated.mixins().keySet());
    }

    private static List<String> usage(CommandSpec spec) {
        UsageMessageSpec usage = spec.usageMessage();
        return Stream.<Object>of(
                        List.of(usage.description()),
                        List.of(usage.header()),
                        List.of(usage.footer()),
                        usage.exitCodeListHeading(),
                        usage.exitCodeList(),
                        usage.footerHeading(),
                        usage.synopsisSubcommandLabel(),
                        usage.sortOptions(),
                        usage.hidden())
                .map(String::valueOf)
                .toList();
    }

    private static List<String> option(OptionSpec option) {
        return Stream.concat(
                        Stream.of(List.of(option.names()), option.fallbackValue(), option.order(), option.negatable())
                                .map(String::valueOf),
                        argument(option))
                .toList();
    }

    private static List<String> positional(PositionalParamSpec positional) {
        return Stream.concat(Stream.of(positional.index().toString()), argument(positional))
                .toList();
    }

    private static Stream<String> argument(ArgSpec argument) {
        return Stream.<Object>of(
                        argument.paramLabel(),
                        List.of(argument.description()),
                        argument.arity(),
                        argument.type(),
                        Arrays.asList(argument.auxiliaryTypes()),
                        argument.required(),
                        argument.hidden(),
                        argument.hideParamSyntax(),
                        argument.defaultValue(),
                        argument.hasInitialValue(),
                        argument.initialValue(),
                        argument.splitRegex(),
                        argument.completionCandidates())
                .map(String::valueOf);
    }
}
