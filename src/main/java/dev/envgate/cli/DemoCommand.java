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
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The incident, end to end, against a built-in AWS: the same commands, the same SDK, no credentials. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
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

    DemoCommand(Console console) {
        this.console = console;
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        Path directory = Files.createTempDirectory("envgate-demo-");
        try {
            for (String file : FILES) {
                Files.writeString(directory.resolve(file), packed(file));
            }
            return check(directory);
        } finally {
            for (String file : FILES) {
                Files.deleteIfExists(directory.resolve(file));
            }
            Files.deleteIfExists(directory);
        }
    }

    private ExitCode check(Path directory) throws IOException, Misuse {
        String world = fixed ? "world-fixed.json" : "world-incident.json";
        try (SmallAws aws = SmallAws.start(World.parse(packed(world)))) {
            console.err().println("$ envgate check --env-file .env.example --terraform .");
            console.err().println();
            console.err().flush();
            AwsSettings settings = AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1");
            return new CheckCommand(console.in(directory), settings).call();
        }
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
