package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who looks at AWS: what is found, and what a person reads when it is nobody, or somebody else. Each run is a process with an environment of its own. */
class CredentialsTest {
    private static final String KEYS = "AWS_ACCESS_KEY_ID=AKIAEXAMPLE AWS_SECRET_ACCESS_KEY=planted-secret";
    private static final String REGION = "AWS_REGION=us-east-1";
    private static final String ROLE = "AWS_ROLE_ARN=arn:aws:iam::123456789012:role/gate";
    private static final String TOKEN = "AWS_WEB_IDENTITY_TOKEN_FILE=token";
    private static final String WORLD = """
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1"}}}},
             "taskDefinitions": [{"family": "web", "revision": 1, "containerDefinitions": [
               {"name": "web", "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]}]}
            """;

    @TempDir
    private Path repository = Path.of("");

    /**
     * A run that has to tell somebody something.
     *
     * @param environment separated by blanks
     * @param fault an operation and the file with the answer that it gets; empty for none
     * @param says the reason and the next command
     */
    record Row(String title, String environment, String arguments, String fault, List<String> says) {
        Row(String title, String environment, String arguments, String fault, String... says) {
            this(title, environment, arguments, fault, List.of(says));
        }

        @Override
        public String toString() {
            return title;
        }
    }

    @BeforeEach
    void writeTheFiles() throws IOException {
        Files.createDirectories(repository.resolve(".git"));
        write(".env.example", "LOG_LEVEL=info\n");
        write("infra/main.tf", """
                resource "aws_ecs_task_definition" "web" {
                  family                = "web"
                  container_definitions = jsonencode([{ name = "web", environment = [{ name = "LOG_LEVEL", value = "info" }] }])
                }
                resource "aws_ecs_service" "web" {
                  name            = "web"
                  cluster         = "shop"
                  task_definition = aws_ecs_task_definition.web.arn
                }
                """);
        write("envgate.yml", """
                services:
                  web:
                    contract: .env.example
                    terraform: infra
                    cluster: shop
                    service: web
                """);
        write("other.yml", Files.readString(repository.resolve("envgate.yml")) + "    account: \"210987654321\"\n");
        write("token", "planted-token");
        write(".aws/config", """
                [profile center]
                sso_session = people
                sso_account_id = 123456789012
                sso_role_name = reader
                region = us-east-1
                [sso-session people]
                sso_region = us-east-1
                sso_start_url = https://people.awsapps.com/start
                [profile old]
                sso_start_url = https://old.awsapps.com/start
                sso_region = us-east-1
                sso_account_id = 123456789012
                sso_role_name = reader
                [profile empty]
                region = us-east-1
                """);
    }

    static Stream<Row> rows() {
        return Stream.of(
                new Row(
                        "no credentials",
                        REGION,
                        "",
                        "",
                        "No AWS credentials were found.",
                        "next: log in, for instance with `aws sso login`, name a profile with `--profile`,"),
                new Row(
                        "half of a key",
                        REGION + " AWS_ACCESS_KEY_ID=AKIAEXAMPLE",
                        "",
                        "",
                        "`AWS_ACCESS_KEY_ID` is set, and `AWS_SECRET_ACCESS_KEY` is not.",
                        "next: set both"),
                new Row(
                        "expired",
                        REGION + " " + KEYS,
                        "",
                        "ecs:DescribeServices ecs-expired-token",
                        "The AWS login has expired (`ExpiredTokenException`).",
                        "next: log in again, for instance with `aws sso login`"),
                new Row(
                        "nobody's keys",
                        REGION + " " + KEYS,
                        "",
                        "ecs:DescribeServices ecs-unrecognized-client",
                        "AWS does not know the credentials of this run (`UnrecognizedClientException`).",
                        "next: see who is logged in with `aws sts get-caller-identity`"),
                new Row(
                        "another account",
                        REGION + " " + KEYS,
                        "--config other.yml",
                        "",
                        "The credentials are those of the account `123456789012`, and the configuration says"
                                + " `210987654321`.",
                        "next: log in to the account of the service",
                        "`aws sts get-caller-identity`"),
                new Row(
                        "another region",
                        REGION + " " + KEYS,
                        "",
                        "ecs:DescribeServices ecs-cluster-not-found",
                        "There is no cluster `shop` in this account and region.",
                        "next: check the cluster's name, `--region`, and the account with `aws sts get-caller-identity`."),
                new Row("no region", KEYS, "", "", "No AWS region is set.", "next: name one with `--region`"),
                new Row(
                        "no such region",
                        KEYS,
                        "--region frankfurt",
                        "",
                        "`frankfurt` is not the name of an AWS region.",
                        "next: check the region"),
                new Row(
                        "no such profile",
                        "AWS_PROFILE=nobody " + REGION,
                        "",
                        "",
                        "There is no AWS profile `nobody`.",
                        "next: see the profiles with `aws configure list-profiles`"),
                new Row(
                        "an empty profile",
                        REGION,
                        "--profile empty",
                        "",
                        "The AWS profile `empty` gives no credentials.",
                        "next: log in with `aws sso login` and `--profile`"),
                new Row(
                        "no session",
                        "AWS_PROFILE=center",
                        "",
                        "",
                        "The session of the AWS profile `center` at IAM Identity Center has ended, or none was begun.",
                        "next: run `aws sso login --profile center`."),
                new Row(
                        "no token file",
                        REGION + " AWS_WEB_IDENTITY_TOKEN_FILE=nothing " + ROLE,
                        "",
                        "",
                        "The token in `nothing`, which `AWS_WEB_IDENTITY_TOKEN_FILE` names, could not be read.",
                        "next: let the pipeline write the token first"),
                new Row(
                        "a token without a role",
                        REGION + " " + TOKEN,
                        "",
                        "",
                        "`AWS_ROLE_ARN` does not name a role to assume with the token.",
                        "next: set `AWS_ROLE_ARN`"),
                new Row(
                        "a token that is not trusted",
                        REGION + " " + TOKEN + " " + ROLE,
                        "",
                        "sts:AssumeRoleWithWebIdentity sts-assume-denied",
                        "AWS denied `sts:AssumeRoleWithWebIdentity` for `arn:aws:iam::123456789012:role/gate`",
                        "next: allow `sts:AssumeRoleWithWebIdentity`"),
                new Row(
                        "a token that has expired",
                        REGION + " " + TOKEN + " " + ROLE,
                        "",
                        "sts:AssumeRoleWithWebIdentity iam-expired",
                        "The AWS login has expired (`ExpiredToken`).",
                        "next: log in again"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theReasonAndTheNextCommandAreSaidAndNothingIsVerified(Row row) throws IOException, InterruptedException {
        try (SmallAws aws = SmallAws.start(World.parse(WORLD))) {
            if (!row.fault().isEmpty()) {
                String[] fault = row.fault().split(" ", -1);
                Path answer = Path.of("src/test/resources/aws-faults/" + fault[1] + ".http");
                aws.spoil(fault[0], _ -> true, Fault.response(Files.readAllBytes(answer)));
            }
            Program ran = check(aws, row.environment(), row.arguments());
            assertThat(ran.exit()).as(ran.flat()).isEqualTo(3);
            assertThat(ran.flat()).contains(row.says());
        }
    }

    @Test
    void aWebIdentityIsUsedForEverything() throws IOException, InterruptedException {
        try (SmallAws aws = SmallAws.start(World.parse(WORLD))) {
            Program ran = check(aws, REGION + " " + TOKEN + " " + ROLE + " AWS_ROLE_SESSION_NAME=pipeline", "");
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(aws.calls()).first().satisfies(call -> {
                assertThat(call.operation()).isEqualTo("sts:AssumeRoleWithWebIdentity");
                assertThat(call.input().toString())
                        .contains("\"RoleArn\":\"arn:aws:iam::123456789012:role/gate\"")
                        .contains("\"RoleSessionName\":\"pipeline\"")
                        .contains("\"WebIdentityToken\":\"planted-token\"");
            });
            assertThat(aws.calls().stream().skip(1)).extracting(Call::accessKey).containsOnly("ASSUMED123456789012");
        }
    }

    @Test
    void aSessionAtIdentityCenterIsUsedForEverything() throws IOException, InterruptedException {
        logIn("people", "2099-01-01T00:00:00Z");
        try (SmallAws aws = SmallAws.start(World.parse(WORLD));
                Portal portal = new Portal(200, "")) {
            Program ran = check(aws, "AWS_PROFILE=center " + portal.environment(), "");
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(portal.asked())
                    .containsExactly("account_id=123456789012 role_name=reader planted-token of people");
            assertThat(aws.calls()).extracting(Call::accessKey).containsOnly("from-the-portal");
        }
    }

    @Test
    void aSessionThatHasEndedIsSaidWhoeverNoticesIt() throws IOException, InterruptedException {
        logIn("https://old.awsapps.com/start", "2020-01-01T00:00:00Z");
        logIn("people", "2099-01-01T00:00:00Z");
        try (SmallAws aws = SmallAws.start(World.parse(WORLD));
                Portal portal = new Portal(401, "UnauthorizedException")) {
            Program ran = check(aws, portal.environment(), "--profile", "center");
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.flat()).contains("has ended", "next: run `aws sso login --profile center`.");
            assertThat(portal.asked()).hasSize(1);
            Program old = check(aws, portal.environment() + " " + REGION, "--profile", "old");
            assertThat(old.exit()).isEqualTo(3);
            assertThat(old.flat()).contains("has ended", "next: run `aws sso login --profile old`.");
            assertThat(portal.asked()).hasSize(1);
            assertThat(aws.calls()).isEmpty();
        }
    }

    @Test
    void aRoleThatIsNotGivenInIdentityCenterIsNoSessionThatHasEnded() throws IOException, InterruptedException {
        logIn("people", "2099-01-01T00:00:00Z");
        try (SmallAws aws = SmallAws.start(World.parse(WORLD));
                Portal portal = new Portal(403, "ForbiddenException")) {
            Program ran = check(aws, "AWS_PROFILE=center " + portal.environment(), "");
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.flat()).contains("AWS denied the login for `center`").doesNotContain("has ended");
        }
    }

    private Program check(SmallAws aws, String environment, String... arguments)
            throws IOException, InterruptedException {
        Map<String, String> all =
                new HashMap<>(Map.of("HOME", repository.toString(), "AWS_ENDPOINT_URL", aws.endpointUrl()));
        Stream.of(environment.split(" ", -1))
                .map(each -> each.split("=", 2))
                .forEach(each -> all.put(each[0], each[1]));
        List<String> given = new ArrayList<>(List.of("check"));
        given.addAll(arguments.length == 1 ? List.of(arguments[0].strip().split(" +", -1)) : List.of(arguments));
        given.removeIf(String::isEmpty);
        Program ran = Program.run(repository, all, List.of(), given.toArray(String[]::new));
        assertThat(ran.flat()).doesNotContain("planted-").doesNotContain("Exception:");
        return ran;
    }

    /** What `aws sso login` leaves behind. */
    private void logIn(String session, String until) throws IOException {
        try {
            String name = HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(session.getBytes(StandardCharsets.UTF_8)));
            write(".aws/sso/cache/" + name + ".json", """
                    {"accessToken": "planted-token of %s", "expiresAt": "%s", "region": "us-east-1", "startUrl": "x"}
                    """.formatted(session, until));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.resolveSibling(""));
        Files.writeString(path, text);
    }

    /** The portal of IAM Identity Center, as far as a login needs it: it gives the keys of a role, or says why not. */
    private static final class Portal implements AutoCloseable {
        private final HttpServer server;
        private final List<String> asked = Collections.synchronizedList(new ArrayList<>());

        Portal(int status, String code) throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
            byte[] answer = (status == 200 ? """
                    {"roleCredentials": {"accessKeyId": "from-the-portal", "secretAccessKey": "planted-secret",
                                         "sessionToken": "planted-session", "expiration": 4070908800000}}
                    """ : "{\"message\": \"No.\"}").getBytes(StandardCharsets.UTF_8);
            server.createContext("/federation/credentials", exchange -> {
                List<String> query = Stream.of(
                                exchange.getRequestURI().getQuery().split("&", -1))
                        .sorted()
                        .toList();
                asked.add(String.join(" ", query) + " "
                        + exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
                if (!code.isEmpty()) {
                    exchange.getResponseHeaders().add("x-amzn-ErrorType", code);
                }
                exchange.sendResponseHeaders(status, answer.length);
                exchange.getResponseBody().write(answer);
                exchange.close();
            });
            server.start();
        }

        String environment() {
            return "AWS_ENDPOINT_URL_SSO=http://127.0.0.1:"
                    + server.getAddress().getPort();
        }

        List<String> asked() {
            return List.copyOf(asked);
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
