package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpServer;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code check} on every case below {@code src/test/resources/rules} and {@code src/test/resources/check} and compares all that it
 * prints. A case is a folder with {@code .env.example}, Terraform, perhaps {@code aws.json}, the world of the small AWS, perhaps
 * {@code arguments.txt}, one argument a line, perhaps {@code pages.json}, what a server answers that the configuration knows as {@code seeing.test}
 * and {@code smoke} calls, and {@code expected.txt}. {@code -Dgolden.update=true} rewrites what differs.
 */
class GoldenTest {
    private static final Path RESOURCES = Path.of("src/test/resources");

    /** What the configurations of the cases call the server that answers. */
    private static final String NAMED = "seeing.test";

    /** The published list of all that may be asked of AWS. */
    private static final String LISTED = listed();

    @TempDir
    private Path scratch;

    @TestFactory
    Stream<DynamicTest> everyCasePrintsWhatIsExpected() throws IOException {
        List<Path> cases = new ArrayList<>();
        cases.addAll(cases(RESOURCES.resolve("rules")));
        cases.addAll(cases(RESOURCES.resolve("check")));
        return cases.stream()
                .map(each -> DynamicTest.dynamicTest(RESOURCES.relativize(each).toString(), () -> check(each)));
    }

    private static List<Path> cases(Path root) throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.walk(root)) {
            return folders.filter(each -> Files.exists(each.resolve("main.tf"))
                            && !each.toString().contains("/modules/"))
                    .sorted()
                    .toList();
        }
    }

    private void check(Path folder) throws IOException {
        Path copy = scratch.resolve(RESOURCES.relativize(folder).toString());
        Files.createDirectories(copy.getParent());
        copy(folder, copy);
        Ran ran = Files.exists(copy.resolve("pages.json")) ? smoke(folder, copy) : run(folder, copy);
        String printed =
                "exit " + ran.exit() + "\n" + ran.out() + (ran.err().isEmpty() ? "" : "-- stderr\n" + ran.err());
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("golden.update")) {
            Files.writeString(expected, printed);
        }
        assertThat(printed).isEqualTo(Files.readString(expected));
    }

    /** The server's port stands in the configuration while it runs, and in nothing that is compared. */
    private static Ran smoke(Path folder, Path copy) throws IOException {
        JsonNode pages = new JsonMapper().readTree(copy.resolve("pages.json").toFile());
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
        server.createContext("/", exchange -> {
            JsonNode page = pages.path(exchange.getRequestURI().getPath());
            byte[] body = page.path("body").asText().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(page.path("status").asInt(404), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            String address = "127.0.0.1:" + server.getAddress().getPort();
            Path configuration = copy.resolve("envgate.yml");
            Files.writeString(configuration, Files.readString(configuration).replace(NAMED, address));
            Ran ran = run("smoke", folder, copy);
            int wider = address.length() - NAMED.length();
            return new Ran(
                    ran.exit(),
                    ran.out().replace(address, NAMED).replaceAll("(?m)^( *\\| *\\^+)\\^{" + wider + "}$", "$1"),
                    ran.err().replace(address, NAMED));
        } finally {
            server.stop(0);
        }
    }

    private static Ran run(Path folder, Path copy) throws IOException {
        return run("check", folder, copy);
    }

    private static Ran run(String command, Path folder, Path copy) throws IOException {
        List<String> arguments =
                new ArrayList<>(List.of(command, "--env-file", ".env.example", "--terraform", ".", "-v"));
        if (Files.exists(folder.resolve("arguments.txt"))) {
            arguments.addAll(Files.readAllLines(folder.resolve("arguments.txt")));
        }
        if (!Files.exists(folder.resolve("aws.json"))) {
            arguments.add("--offline");
            return Ran.in(copy, arguments.toArray(String[]::new));
        }
        String world = Files.readString(folder.resolve("aws.json"));
        arguments.addAll(List.of(
                "--region", new JsonMapper().readTree(world).path("region").asText()));
        try (SmallAws aws = SmallAws.start(World.parse(world))) {
            Ran ran = Ran.against(aws, copy, arguments.toArray(String[]::new));
            assertThat(aws.unknownOperations()).isEmpty();
            assertThat(aws.calls()).allSatisfy(call -> assertThat(LISTED).contains("| `" + call.operation() + "` |"));
            assertThat(arguments.contains("--deep")
                            || aws.calls().stream()
                                    .noneMatch(call -> call.operation().endsWith(":GetSecretValue")))
                    .as("no value of a secret is asked for without `--deep`")
                    .isTrue();
            return ran;
        }
    }

    private static String listed() {
        try {
            return Files.readString(Path.of("docs/aws-calls.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target);
                }
            }
        }
    }
}
