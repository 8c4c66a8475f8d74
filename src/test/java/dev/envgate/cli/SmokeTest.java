package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.AwsSettings;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code smoke} against a small AWS and a server that behaves as badly as servers do. */
class SmokeTest {
    private static final String COMPLETED = "\"COMPLETED\"";
    private static final String IN_PROGRESS = "\"IN_PROGRESS\"";

    @TempDir
    private Path directory;

    private final Server server = new Server();

    @BeforeEach
    void aServiceThatRuns() throws IOException {
        Files.createDirectories(directory.resolve(".git"));
        Files.writeString(directory.resolve(".env.example"), "LOG_LEVEL=info\n");
        Files.writeString(directory.resolve("request.json"), "{\"text\": \"planted-request\"}");
        Files.writeString(directory.resolve("main.tf"), """
                resource "aws_ecs_service" "web" {
                  name            = "web"
                  cluster         = "shop"
                  task_definition = aws_ecs_task_definition.web.arn
                }

                resource "aws_ecs_task_definition" "web" {
                  family                = "web"
                  container_definitions = jsonencode([{
                    name        = "web"
                    environment = [{ name = "LOG_LEVEL", value = "info" }]
                  }])
                }
                """);
    }

    @AfterEach
    void noServerIsLeft() throws IOException {
        server.close();
    }

    /** What the server does by the path; what is expected of it; how the run ends; and what the finding says, if there is one. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
            /fine          |                                  | 0 |
            /fine          | status: 200                      | 0 |
            /fine          | status: [201, 204]               | 1 | answers 200, 2 times
            /fine          | contains: prediction             | 0 |
            /fine          | contains: [prediction, missing]  | 1 | answers 200 without `missing`, 2 times
            /fine          | omits: not configured            | 0 |
            /missing       |                                  | 0 |
            /missing       | status: 200                      | 1 | answers 404, 2 times
            /unconfigured  |                                  | 1 | answers 500, 2 times
            /unconfigured  | status: 500, omits: not configured | 1 | answers 500 with `not configured` in it, 2 times
            /quiet-fault   | omits: not configured            | 1 | answers 200 with `not configured` in it, 2 times
            /flapping      |                                  | 0 |
            /slow          |                                  | 0 |
            /hanging       |                                  | 1 | it did not answer within 1 s, 2 times
            /dripping      |                                  | 1 | it did not answer within 1 s, 2 times
            /cut-off       |                                  | 1 | its answer was cut off, 2 times
            /reset         |                                  | 1 | the connection broke before the answer was there, 2 times
            /no-http       |                                  | 1 | no HTTP
            /huge          | contains: at the very end        | 1 | without `at the very end` in its first megabyte, 2 times
            /here          | contains: prediction             | 0 |
            /elsewhere     |                                  | 1 | answers 302 and leads to `example.com:443`, a host that the configuration does not name
            /elsewhere     | status: 302                      | 0 |
            /round         |                                  | 1 | it redirects more than 5 times
            """)
    void anEndpointAnswersAsItIsToOrTheGateIsShut(String path, String expected, int exit, String said)
            throws IOException {
        int timeout = said != null && said.contains("within 1 s") ? 1 : 30;
        configure(path, "tries: 2, timeout: " + timeout + (expected == null ? "" : ", " + expected));
        Ran ran = smoke(COMPLETED);

        assertThat(ran.exit()).as(ran.all()).isEqualTo(exit);
        if (said == null) {
            assertThat(ran.out()).doesNotContain("endpoint-failed");
        } else {
            assertThat(words(ran)).contains("error[endpoint-failed]", said, "envgate.yml:5");
        }
    }

    @Test
    void nobodyThereIsAFault() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            write("http://127.0.0.1:" + free.getLocalPort() + "/", "tries: 1");
        }
        Ran ran = smoke(COMPLETED);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(words(ran)).contains("nobody takes the call");
    }

    @Test
    void aHostThatIsNotKnownHereIsNotVerified() throws IOException {
        write("http://nowhere.invalid/", "tries: 1");
        Ran ran = smoke(COMPLETED);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("The host `nowhere.invalid` is not known here");
    }

    @Test
    void moreThanAMegabyteIsNotLookedThrough() throws IOException {
        configure("/huge", "timeout: 30, omits: at the very end");
        Ran ran = smoke(COMPLETED);

        assertThat(words(ran)).contains("larger than a megabyte").doesNotContain("everything verified");
        assertThat(smoke(COMPLETED, "--require-verified").exit()).isEqualTo(3);
    }

    @Test
    void headersComeFromTheEnvironmentAndAreShownNowhere() throws IOException {
        configure("/unconfigured", "tries: 1, headers: {Authorization: \"Bearer ${SMOKE_TOKEN}\"}, body: request.json");
        Ran without = smoke(COMPLETED);
        Ran with = smoke(
                COMPLETED,
                Map.of("SMOKE_TOKEN", "planted-token"),
                "-v",
                "--report",
                "json=-",
                "--report",
                "text=report.txt");

        assertThat(without.exit()).isEqualTo(3);
        assertThat(words(without)).contains("needs the environment variable `SMOKE_TOKEN`");
        assertThat(with.exit()).isEqualTo(1);
        assertThat(server.seen)
                .anySatisfy(request -> assertThat(request)
                        .startsWith("POST /unconfigured ")
                        .contains("Authorization: Bearer planted-token", "planted-request"));
        assertThat(with.all() + Files.readString(directory.resolve("report.txt")))
                .doesNotContain("planted");
    }

    @Test
    void aQueryIsNotShown() throws IOException {
        configure("/unconfigured?key=planted", "tries: 1");

        assertThat(smoke(COMPLETED).all()).contains("/unconfigured").doesNotContain("planted");
    }

    @Test
    void aHeaderGoesToNoOtherHost() throws IOException {
        try (Server other = new Server()) {
            Files.writeString(directory.resolve("envgate.yml"), """
                    services:
                      web:
                        terraform: .
                        smoke:
                          - {url: "%s/to-the-other?%s", headers: {Authorization: secret}}
                          - {url: "%s/fine"}
                    """.formatted(
                            server.address(), other.address(), other.address()));
            Ran ran = smoke(COMPLETED);

            assertThat(ran.exit()).as(ran.all()).isZero();
            assertThat(server.seen).first().asString().contains("Authorization: secret");
            assertThat(other.seen).hasSize(2).noneMatch(request -> request.contains("secret"));
        }
    }

    @Test
    void aFileOutsideOfTheRepositoryIsNotSent() throws IOException {
        configure("/fine", "body: ../../../../etc/hostname");
        Ran ran = smoke(COMPLETED);

        assertThat(ran.exit()).isEqualTo(3);
        assertThat(server.seen).isEmpty();
    }

    @Test
    void aRolloutThatEndsInTimeIsWaitedFor() throws IOException {
        configure("/fine", "tries: 1");
        try (SmallAws aws = SmallAws.start(world(IN_PROGRESS))) {
            Thread deploy = Thread.ofPlatform().start(() -> {
                while (aws.calls().stream()
                                .filter(call -> call.operation().equals("ecs:DescribeServices"))
                                .count()
                        < 2) {
                    Thread.onSpinWait();
                }
                aws.become(world(COMPLETED));
            });
            Ran ran = run(aws, Map.of(), "--wait", "1m");
            deploy.interrupt();

            assertThat(ran.exit()).as(ran.all()).isZero();
            assertThat(ran.err()).contains("waiting for the rollout of web");
        }
    }

    @Test
    void aRolloutThatIsStillUnderWayIsNotVerified() throws IOException {
        configure("/fine", "tries: 1");

        assertThat(words(smoke(IN_PROGRESS))).contains("Its rollout is still under way");
        assertThat(smoke(IN_PROGRESS).exit()).isEqualTo(3);
        Ran ran = smoke(IN_PROGRESS, "--wait", "1s");
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(words(ran)).contains("still under way after 1 s");
    }

    @Test
    void aRolloutThatFailsIsNotWaitedForAndShutsTheGate() throws IOException {
        configure("/fine", "tries: 1");
        Ran ran = smoke("\"FAILED\", \"failedTasks\": 3", "--wait", "1h");

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(words(ran)).contains("error[rollout-failed]");
    }

    @Test
    void aNameThatTheRunningTasksDoNotHaveShutsTheGate() throws IOException {
        configure("/fine", "tries: 1");
        Files.writeString(
                directory.resolve("main.tf"),
                Files.readString(directory.resolve("main.tf"))
                        .replace("[{ name", "[{ name = \"ADDED\", value = \"x\" }, { name"));
        Ran ran = smoke(COMPLETED);

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(words(ran)).contains("error[undeployed] ADDED");
    }

    @Test
    void whatRunsHasToBeSeen() throws IOException {
        configure("/fine", "tries: 1");

        assertThat(smoke(COMPLETED, "--offline").exit()).isEqualTo(2);
        assertThat(smoke(COMPLETED, "--wait", "soon").exit()).isEqualTo(2);
    }

    private static String words(Ran ran) {
        return ran.all().replaceAll("\\s+", " ");
    }

    private void configure(String path, String more) throws IOException {
        write(server.address() + path, more);
    }

    private void write(String url, String more) throws IOException {
        Files.writeString(directory.resolve("envgate.yml"), """
                services:
                  web:
                    terraform: .
                    smoke:
                      - {url: "%s", %s}
                """.formatted(url, more));
    }

    private Ran smoke(String rollout, String... more) {
        return smoke(rollout, Map.of(), more);
    }

    private Ran smoke(String rollout, Map<String, String> environment, String... more) {
        try (SmallAws aws = SmallAws.start(world(rollout))) {
            return run(aws, environment, more);
        }
    }

    private Ran run(SmallAws aws, Map<String, String> environment, String... more) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("LANG", "C.UTF-8");
        return Ran.with(
                AwsSettings.forEndpoint(aws.endpointUrl(), "us-east-1").withAttempts(1),
                all,
                directory,
                Stream.concat(Stream.of("smoke"), Stream.of(more)).toArray(String[]::new));
    }

    private static World world(String rollout) {
        return World.parse("""
                {"account": "123456789012", "region": "us-east-1",
                 "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1", "deployments": [
                   {"id": "ecs-svc/1", "status": "PRIMARY", "taskDefinition": "web:1", "runningCount": 1, "desiredCount": 1, "rolloutState": %s}]}}}},
                 "taskDefinitions": [{"family": "web", "revision": 1,
                   "containerDefinitions": [{"name": "web", "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]}]}
                """.formatted(rollout));
    }

    /** Answers by the path, one request a connection. */
    private static final class Server implements AutoCloseable {
        private final List<String> seen = new CopyOnWriteArrayList<>();
        private final List<Socket> held = new CopyOnWriteArrayList<>();
        private final ServerSocket socket;

        Server() {
            try {
                socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            Thread.ofPlatform().daemon().start(this::accept);
        }

        String address() {
            return "http://127.0.0.1:" + socket.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            socket.close();
            for (Socket each : held) {
                each.close();
            }
        }

        private void accept() {
            try {
                while (!socket.isClosed()) {
                    Socket client = socket.accept();
                    held.add(client);
                    Thread.ofPlatform().daemon().start(() -> serve(client));
                }
            } catch (IOException closed) {
                // The test is over.
            }
        }

        private void serve(Socket client) {
            try {
                String request = read(client);
                seen.add(request);
                answer(request.split(" ", 3)[1], client);
            } catch (IOException gone) {
                // The client went away.
            }
        }

        private static String read(Socket client) throws IOException {
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
            List<String> lines = new ArrayList<>();
            int length = 0;
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                lines.add(line);
                length = line.toLowerCase(Locale.ROOT).startsWith("content-length:")
                        ? Integer.parseInt(line.substring(15).strip())
                        : length;
            }
            char[] body = new char[length];
            int read = 0;
            while (read < length) {
                read += Math.max(1, in.read(body, read, length - read));
            }
            return String.join("\n", lines) + "\n\n" + new String(body);
        }

        private void answer(String path, Socket client) throws IOException {
            switch (path.replaceFirst("\\?.*", "")) {
                case "/fine" -> send(client, 200, "", "{\"prediction\": 1}");
                case "/missing" -> send(client, 404, "", "no such page");
                case "/unconfigured" -> send(client, 500, "", "HuggingFace token not configured");
                case "/quiet-fault" -> send(client, 200, "", "token not configured");
                case "/flapping" -> send(client, seen.size() % 2 == 1 ? 503 : 200, "", "");
                case "/slow" -> {
                    pause(300);
                    send(client, 200, "", "late");
                }
                case "/hanging" -> pause(20_000);
                case "/dripping" -> {
                    client.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    for (int i = 0; i < 200; i++) {
                        client.getOutputStream().write('x');
                        client.getOutputStream().flush();
                        pause(100);
                    }
                }
                case "/cut-off" -> {
                    client.getOutputStream()
                            .write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf"
                                    .getBytes(StandardCharsets.UTF_8));
                    client.close();
                }
                case "/reset" -> {
                    client.setSoLinger(true, 0);
                    client.close();
                }
                case "/no-http" -> {
                    client.getOutputStream().write("SSH-2.0-OpenSSH_9.9\r\n\r\n".getBytes(StandardCharsets.UTF_8));
                    client.close();
                }
                case "/huge" -> send(client, 200, "", "x".repeat(1 << 20) + " at the very end");
                case "/here" -> send(client, 302, "Location: /fine\r\n", "");
                case "/elsewhere" -> send(client, 302, "Location: https://example.com/\r\n", "");
                case "/round" -> send(client, 302, "Location: /round\r\n", "");
                case "/to-the-other" ->
                    send(client, 302, "Location: " + path.substring(path.indexOf('?') + 1) + "/fine\r\n", "");
                default -> send(client, 404, "", "");
            }
        }

        private static void send(Socket client, int status, String more, String body) throws IOException {
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            OutputStream out = client.getOutputStream();
            out.write(("HTTP/1.1 " + status + " X\r\nConnection: close\r\n" + more + "Content-Length: " + bytes.length
                            + "\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(bytes);
            out.flush();
            client.close();
        }

        private static void pause(long milliseconds) {
            try {
                Thread.sleep(milliseconds);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
