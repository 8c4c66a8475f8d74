package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Proxies, and who vouches for whom. The real names of AWS are asked, and a proxy on this machine leads to the small AWS behind TLS. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NetworkTest {
    private static final String LOGIN = "some:planted-p@ss";
    private static final String IN_URL = "http://some:planted-p%40ss@127.0.0.1:";
    private static final String WRONG = "http://some:planted-wrong@127.0.0.1:";

    private final SmallAws aws = SmallAws.start(World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "clusters": {"shop": {"services": {"web": {"taskDefinition": "web:1"}}}},
             "taskDefinitions": [{"family": "web", "revision": 1, "containerDefinitions": [
               {"name": "web", "environment": [{"name": "LOG_LEVEL", "value": "info"}]}]}]}
            """));
    private final Path repository;
    private final Certified amazon;
    private final Certified stranger;
    private final Path bundle;
    private final Relay tls;

    NetworkTest(@TempDir Path directory) throws IOException, InterruptedException, GeneralSecurityException {
        repository =
                Files.createDirectories(directory.resolve("repository/.git")).resolveSibling("");
        Files.writeString(repository.resolve(".env.example"), "LOG_LEVEL=info\n");
        Files.writeString(repository.resolve("main.tf"), """
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
        amazon = Certified.of(directory, "*.us-east-1.amazonaws.com", "*.us-east-1.api.aws", "sts.amazonaws.com");
        stranger = Certified.of(directory, "stranger.invalid");
        bundle = Files.writeString(
                directory.resolve("bundle.pem"),
                "Two companies.\n\n# one - with a comment\n" + stranger.pem() + "\n# the other\n" + amazon.pem()
                        + "end\n");
        tls = Relay.ofTls(amazon.context(), port(aws));
    }

    @AfterAll
    void close() throws IOException {
        tls.close();
        aws.close();
    }

    private static int port(SmallAws aws) {
        return Integer.parseInt(aws.endpointUrl().replaceAll(".*:", ""));
    }

    private Relay proxy(String login) {
        return Relay.ofProxy(login, Map.of("", tls.port()));
    }

    private Program check(Map<String, String> environment, List<String> options, String... more)
            throws IOException, InterruptedException {
        Map<String, String> all = new HashMap<>(Map.of(
                "AWS_ACCESS_KEY_ID",
                "AKIAEXAMPLE",
                "AWS_SECRET_ACCESS_KEY",
                "planted-secret",
                "AWS_REGION",
                "us-east-1",
                "HOME",
                repository.toString()));
        all.putAll(environment);
        List<String> arguments =
                new ArrayList<>(List.of("check", "--terraform", ".", "--cluster", "shop", "--service", "web"));
        arguments.addAll(List.of(more));
        Program ran = Program.run(repository, all, options, arguments.toArray(String[]::new));
        assertThat(ran.flat()).doesNotContain("planted-").doesNotContain("Exception");
        return ran;
    }

    private Map<String, String> through(String proxy) {
        return Map.of("HTTPS_PROXY", proxy, "AWS_CA_BUNDLE", bundle.toString());
    }

    @Test
    void theProxyOfTheEnvironmentIsAskedAndTheBundleVouchesForWhoAnswers() throws IOException, InterruptedException {
        try (Relay proxy = proxy("")) {
            Program ran = check(through("http://127.0.0.1:" + proxy.port()), List.of());
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(proxy.asked())
                    .contains("CONNECT ecs.us-east-1.amazonaws.com:443 HTTP/1.1")
                    .allMatch(each -> each.matches("CONNECT [a-z0-9.-]+:443 HTTP/1.1"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "--use-fips-endpoint,,ecs-fips.us-east-1.amazonaws.com",
        "--use-dualstack-endpoint,,ecs.us-east-1.api.aws",
        "--strict,AWS_USE_FIPS_ENDPOINT,ecs-fips.us-east-1.amazonaws.com",
        "--strict,AWS_USE_DUALSTACK_ENDPOINT,ecs.us-east-1.api.aws",
    })
    void endpointsOfAnotherKindAreAskedForThere(String option, String variable, String host)
            throws IOException, InterruptedException {
        try (Relay proxy = proxy("")) {
            Map<String, String> environment = new HashMap<>(through("127.0.0.1:" + proxy.port()));
            if (variable != null) {
                environment.put(variable, "true");
            }
            Program ran = check(environment, List.of(), option);
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(proxy.asked()).contains("CONNECT " + host + ":443 HTTP/1.1");
        }
    }

    @Test
    void aProxyThatWantsALoginGetsIt() throws IOException, InterruptedException {
        try (Relay proxy = proxy(LOGIN)) {
            Program ran = check(through(IN_URL + proxy.port()), List.of());
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(proxy.asked()).isNotEmpty();
        }
    }

    @Test
    void aProxyThatDoesNotTakeTheLoginIsNamedAsTheReasonAndIsNotAskedForEver()
            throws IOException, InterruptedException {
        try (Relay proxy = proxy(LOGIN)) {
            Program ran = check(through(WRONG + proxy.port()), List.of());
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.flat())
                    .contains("The proxy did not let `ecs:DescribeServices` through to AWS in `us-east-1` (HTTP 407).")
                    .contains("next: check the name and the password of the proxy in `HTTPS_PROXY`");
            assertThat(proxy.asked()).isEmpty();
            assertThat(proxy.refused()).hasSizeLessThan(40);
        }
    }

    @Test
    void thePropertiesOfTheRuntimeNameAProxyToo() throws IOException, InterruptedException {
        try (Relay proxy = proxy(LOGIN)) {
            Program ran = check(
                    through("http://nobody.invalid:1"),
                    List.of(
                            "-Dhttps.proxyHost=127.0.0.1",
                            "-Dhttps.proxyPort=" + proxy.port(),
                            "-Dhttps.proxyUser=some",
                            "-Dhttps.proxyPassword=planted-p@ss"));
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(proxy.asked()).isNotEmpty();
        }
    }

    @Test
    void anAddressInTheClearHasAProxyOfItsOwn() throws IOException, InterruptedException {
        try (Relay proxy = Relay.ofProxy(LOGIN, Map.of("aws.invalid", port(aws)))) {
            Map<String, String> environment = Map.of("HTTP_PROXY", IN_URL + proxy.port(), "HTTPS_PROXY", "127.0.0.1:1");
            Program ran = check(environment, List.of(), "--endpoint-url", "http://aws.invalid");
            assertThat(ran.exit()).as(ran.flat()).isZero();
            assertThat(proxy.asked())
                    .isNotEmpty()
                    .allMatch(each -> each.matches("(GET|POST) http://aws.invalid[/ ].*"));
        }
    }

    @Test
    void whatIsExceptedIsAskedWithoutAProxy() throws IOException, InterruptedException {
        try (Relay proxy = proxy("")) {
            Map<String, String> environment =
                    Map.of("HTTP_PROXY", "127.0.0.1:" + proxy.port(), "NO_PROXY", "example.com,.invalid");
            Program ran = check(environment, List.of(), "--endpoint-url", "http://aws.invalid");
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.flat()).contains("The address of `http://aws.invalid` was not found.");
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void thisMachineIsAskedWithoutAProxy() throws IOException, InterruptedException {
        Program ran = check(Map.of("HTTP_PROXY", "127.0.0.1:1"), List.of(), "--endpoint-url", aws.endpointUrl());
        assertThat(ran.exit()).as(ran.flat()).isZero();
        assertThat(aws.calls()).extracting(Call::accessKey).contains("AKIAEXAMPLE");
    }

    @Test
    void whoeverNobodyVouchesForIsNotBelieved() throws IOException, InterruptedException {
        Path others = Files.writeString(bundle.resolveSibling("others.pem"), stranger.pem());
        try (Relay proxy = proxy("")) {
            for (String file : List.of("", others.toString())) {
                Program ran =
                        check(Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "AWS_CA_BUNDLE", file), List.of());
                assertThat(ran.exit()).isEqualTo(3);
                assertThat(ran.flat())
                        .contains("No secure connection to AWS in `us-east-1` could be made.")
                        .contains(
                                "next: if a proxy inspects TLS, name a file with its certificate in `AWS_CA_BUNDLE`.");
            }
        }
    }

    @Test
    void aBundleThatIsNotThereIsTheReasonAndNobodyIsAsked() throws IOException, InterruptedException {
        try (Relay proxy = proxy("")) {
            Program ran =
                    check(Map.of("HTTPS_PROXY", "127.0.0.1:" + proxy.port(), "AWS_CA_BUNDLE", "no.pem"), List.of());
            assertThat(ran.exit()).isEqualTo(3);
            assertThat(ran.flat())
                    .contains("The certificates of `AWS_CA_BUNDLE` could not be read from `no.pem`.")
                    .contains("next: name a file with certificates in PEM in `AWS_CA_BUNDLE`, or unset it.");
            assertThat(proxy.asked()).isEmpty();
        }
    }

    @Test
    void whatNamesNoProxyIsTheReason() throws IOException, InterruptedException {
        Program ran = check(through("http://some:planted-p#ss@127.0.0.1:1"), List.of());
        assertThat(ran.exit()).isEqualTo(3);
        assertThat(ran.flat())
                .contains("`HTTPS_PROXY` does not name a proxy that can be used.")
                .contains("next: write it as `http://host:port`");
    }
}
