package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The incident, end to end, against a built-in AWS: the same commands, the same SDK, no credentials. */
@Command(
        name = "demo",
        description = "Runs the incident that envgate was born from against an AWS of its own on 127.0.0.1; "
                + "no credentials are needed.")
final class DemoCommand implements Callable<ExitCode> {
    private static final String PACKED = "/dev/envgate/demo/hokusai/";

    /** The files of the sample that a run reads. */
    static final List<String> FILES = List.of(
            ".env.example",
            "data-pipeline-ecs-services.tf",
            "ecs-cluster.tf",
            "locals.tf",
            "outputs.tf",
            "secrets.tf",
            "variables.tf",
            "versions.tf");

    private final Console console;

    @Option(names = "--fixed", description = "The same service after the repair: revision 151 runs.")
    private boolean fixed;

    @Option(names = "--offline", description = "The same from files alone, without an AWS.")
    private boolean offline;

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        List<String> files =
                Stream.concat(FILES.stream(), Stream.of(revision())).toList();
        Path directory = directory();
        try {
            for (String file : files) {
                Files.writeString(directory.resolve(file), packed(file));
            }
            return offline ? offline(directory) : online(directory);
        } finally {
            for (String file : files) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        }
    }

    private static Path directory() throws Misuse {
        try {
            return Files.createTempDirectory("envgate-demo-");
        } catch (IOException e) {
            throw new Misuse(
                    "The demonstration has no place for its files: nothing can be written to `%s`."
                            .formatted(System.getProperty("java.io.tmpdir")),
                    "give it one; a container whose file system cannot be written to takes `--tmpfs /tmp`.");
        }
    }

    private String revision() {
        return fixed ? "revision-151.json" : "revision-150.json";
    }

    private ExitCode offline(Path directory) {
        return run(directory, AwsSettings.DEFAULT, "--deployed", revision());
    }

    private ExitCode online(Path directory) throws IOException {
        String world = fixed ? "world-fixed.json" : "world-incident.json";
        try (SmallAws aws = SmallAws.start(World.parse(packed(world)))) {
            return run(directory, AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1"));
        }
    }

    /** What is printed is what is run. */
    private ExitCode run(Path directory, AwsSettings settings, String... more) {
        String[] arguments = Stream.concat(
                        Stream.of("check", "--env-file", ".env.example", "--terraform", "."), Stream.of(more))
                .toArray(String[]::new);
        console.err().println("$ envgate " + String.join(" ", arguments));
        console.err().println();
        console.err().flush();
        return ExitCode.of(new Envgate(console.in(directory), settings).run(arguments));
    }

    /** A file of the sample, from the program's own jar. */
    static String packed(String name) throws IOException {
        try (InputStream file = DemoCommand.class.getResourceAsStream(PACKED + name)) {
            if (file == null) {
                throw new IOException("the program was packed without " + name);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
