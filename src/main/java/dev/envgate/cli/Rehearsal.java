package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the launcher runs when it makes a cache of what the Java runtime works out: the ways that users' runs take, in a small repository
 * with code and a change, and then the incident. What was not rehearsed is worked out again in every run. Nothing of it is shown.
 */
public final class Rehearsal {
    private static final String CONTRACT = ".env.example";
    private static final String REVISION = "revision-150.json";

    /** What the change declares, and nobody is given. */
    private static final String NEW = "# Needed by the payment page.\nPAYMENT_API_KEY=your_key_here\nPAYMENT_URL=\n\n";

    /** Code in the languages that are met most, which reads the environment as it is usually done, and what surrounds it. */
    private static final Map<String, String> CODE = Map.ofEntries(
            Map.entry(".gitignore", "*.log\n/out/\nnode_modules/\n"),
            Map.entry(
                    "Dockerfile",
                    "FROM python:3\nARG VERSION\nENV LOG_LEVEL=info\nCMD [\"python\", \"app/settings.py\"]\n"),
            Map.entry("README.md", "Set `DATABASE_URL` first.\n"),
            Map.entry("compose.yaml", "services:\n  app:\n    environment:\n      LOG_LEVEL: ${LOG_LEVEL:-info}\n"),
            Map.entry("package.json", "{\"dependencies\": {\"express\": \"5.0.0\", \"pg\": \"8.0.0\"}}\n"),
            Map.entry("requirements.txt", "boto3==1.40.0\ndjango==5.2\n"),
            Map.entry("start.sh", "#!/bin/sh\nset -eu\nexec python app/settings.py --port \"${PORT:-8000}\"\n"),
            Map.entry("app/settings.py", """
                    import os
                    from pydantic_settings import BaseSettings

                    class Settings(BaseSettings):
                        database_url: str
                        log_level: str = "info"

                    # What is needed.
                    NAME = os.environ["APP_NAME"]
                    LEVEL = os.getenv("LOG_LEVEL", "info")
                    KEY = os.environ.get("HUGGINGFACE_API_KEY")

                    def read(name):
                        return os.environ[f"{name}_URL"]
                    """),
            Map.entry("web/index.ts", """
                    const { API_URL, LOG_LEVEL = "info" } = process.env;
                    export const key = process.env.OPENAI_API_KEY ?? "";
                    if (!process.env["DATABASE_URL"]) { throw new Error(`missing ${API_URL}`); }
                    """),
            Map.entry("service/main.go", """
                    package main
                    import "os"
                    func main() { println(os.Getenv("APP_NAME")); if v, ok := os.LookupEnv("LOG_LEVEL"); ok { println(v) } }
                    """),
            Map.entry("src/main/java/Main.java", """
                    final class Main { static final String URL = System.getenv("DATABASE_URL"); /* and */ @Value("${LOG_LEVEL:info}") String level; }
                    """),
            Map.entry("src/main/resources/application.yml", "spring:\n  datasource:\n    url: ${DATABASE_URL}\n"),
            Map.entry("lib/app.rb", "LEVEL = ENV.fetch('LOG_LEVEL', 'info')\nURL = ENV['DATABASE_URL'] # needed\n"));

    private Rehearsal() {}

    /** Takes {@code offline} or {@code online}; it ends the process as the program does. */
    public static void main(String[] arguments) {
        boolean online = List.of(arguments).contains("online");
        try {
            rehearse(online, Path.of(System.getProperty("java.io.tmpdir")));
        } catch (IOException | Misuse nowhere) {
            // A machine without a place for files rehearses the incident alone, or nothing.
        }
        Main.main(online ? new String[] {"demo"} : new String[] {"demo", "--offline"});
    }

    /** The exit codes of what was run, in a directory that is made for it. */
    static List<Integer> rehearse(boolean online, Path place) throws IOException, Misuse {
        Path directory = Files.createTempDirectory(place, "envgate-rehearsal-");
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            Console console = new Console(nowhere, nowhere, Map.of(), directory, false, Instant.now());
            String before = write(directory);
            return online ? online(console) : offline(console, before);
        } finally {
            delete(directory);
        }
    }

    private static List<Integer> offline(Console console, String before) {
        List<Integer> ended = new ArrayList<>();
        for (String[] arguments : List.of(
                new String[] {"check", "--offline"},
                new String[] {"check", "--quiet", "--offline", "--since", before},
                new String[] {"check", "--offline", "-v", "--deployed", REVISION},
                new String[] {"show", "configured"})) {
            ended.add(new Envgate(console, AwsSettings.DEFAULT).run(arguments));
        }
        return ended;
    }

    private static List<Integer> online(Console console) throws IOException {
        try (SmallAws aws = SmallAws.start(World.parse(DemoCommand.packed("world-incident.json")))) {
            AwsSettings settings = AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1");
            return List.of(new Envgate(console, settings).run("check"));
        }
    }

    /** The repository; the id of the commit before the one that is checked out. */
    private static String write(Path directory) throws IOException {
        for (String file : DemoCommand.FILES) {
            Files.writeString(directory.resolve(file), DemoCommand.packed(file));
        }
        Files.writeString(directory.resolve(REVISION), DemoCommand.packed(REVISION));
        String declared = NEW + DemoCommand.packed(CONTRACT);
        Files.writeString(directory.resolve(CONTRACT), declared);
        for (Map.Entry<String, String> file : CODE.entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.resolveSibling("."));
            Files.writeString(path, file.getValue());
        }
        LooseRepository repository = LooseRepository.init(directory);
        String before = repository.commit(List.of(), Map.of(CONTRACT, DemoCommand.packed(CONTRACT)));
        repository.checkOut(repository.commit(List.of(before), Map.of(CONTRACT, declared)));
        return before;
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
