package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where credentials, region and endpoint come from. Each run is a process of its own, with an environment of its own. */
class LoginTest {
    private static final Map<String, String> KEYS =
            Map.of("AWS_ACCESS_KEY_ID", "from-the-environment", "AWS_SECRET_ACCESS_KEY", "planted-secret");

    @TempDir
    private Path home = Path.of("");

    @Test
    void nothingOfTheSdkIsLoadedWhenNothingIsAsked() throws IOException, InterruptedException {
        String output = run(Map.of(), "-Xlog:class+load:stdout", "nothing");
        assertThat(output).contains("dev.envgate.aws.Observation").doesNotContain("software.amazon");
    }

    @Test
    void theEndpointKeysAndRegionOfTheEnvironmentAreUsed() throws IOException, InterruptedException {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            String output = run(with(KEYS, "AWS_ENDPOINT_URL", small.endpointUrl(), "AWS_REGION", "us-east-1"));
            assertThat(output)
                    .contains("Identity[account=123456789012, region=us-east-1]", "Running[service=web", "Exists[")
                    .doesNotContain("planted-");
            assertThat(small.calls()).extracting(Call::accessKey).containsOnly("from-the-environment");
        }
    }

    @Test
    void theRegionThatOtherToolsUseIsUsedToo() throws IOException, InterruptedException {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            assertThat(run(with(KEYS, "AWS_ENDPOINT_URL", small.endpointUrl(), "AWS_DEFAULT_REGION", "us-east-1")))
                    .contains("Running[service=web");
        }
    }

    @Test
    void aProfileGivesKeysAndRegion() throws IOException, InterruptedException {
        Files.writeString(home.resolve("config"), """
                [profile reader]
                region = us-east-1
                aws_access_key_id = from-the-profile
                aws_secret_access_key = planted-secret
                """);
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            assertThat(run(
                            with(KEYS, "AWS_CONFIG_FILE", home.resolve("config").toString()),
                            "--endpoint-url",
                            small.endpointUrl(),
                            "--profile",
                            "reader"))
                    .contains("Running[service=web");
            assertThat(small.calls()).extracting(Call::accessKey).containsOnly("from-the-profile");
        }
    }

    @Test
    void aRoleIsAssumedOnceAndUsedForEverything() throws IOException, InterruptedException {
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            assertThat(runAsReader(small)).contains("Running[service=web");
            assertThat(small.calls())
                    .filteredOn(call -> call.operation().equals("sts:AssumeRole"))
                    .singleElement()
                    .returns(List.of("arn:aws:iam::123456789012:role/reader"), Call::targets);
            assertThat(small.calls())
                    .filteredOn(call -> !call.operation().equals("sts:AssumeRole"))
                    .extracting(Call::accessKey)
                    .containsOnly("ASSUMED123456789012");
        }
    }

    @Test
    void aRoleThatIsDeniedIsTheOnlyThingAskedForAndSaysWhichPermissionIsMissing()
            throws IOException, InterruptedException {
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/sts-assume-denied.http"));
        try (SmallAws small = SmallAws.start(Facts.WORLD)) {
            small.spoil("sts:AssumeRole", call -> true, Fault.response(denied));
            assertThat(runAsReader(small))
                    .contains("AWS denied `sts:AssumeRole` for `arn:aws:iam::123456789012:role/reader`")
                    .doesNotContain("planted-");
            // The recorded answer has an old date, after which the SDK tries once more with a corrected clock.
            assertThat(small.calls())
                    .hasSizeLessThanOrEqualTo(2)
                    .extracting(Call::operation)
                    .containsOnly("sts:AssumeRole");
        }
    }

    @Test
    void withoutCredentialsItSaysHowToLogIn() throws IOException, InterruptedException {
        assertThat(run(Map.of(), "--region", "us-east-1"))
                .contains("NotSeen[why=No AWS credentials were found.")
                .contains("aws sso login");
    }

    @Test
    void withoutARegionItSaysHowToNameOne() throws IOException, InterruptedException {
        assertThat(run(with(KEYS, "AWS_ENDPOINT_URL", "http://127.0.0.1:1")))
                .contains("NotSeen[why=No AWS region is set.")
                .contains("`--region`");
    }

    @Test
    void aProfileThatIsNotThereIsNamed() throws IOException, InterruptedException {
        assertThat(run(KEYS, "--profile", "nobody")).contains("NotSeen[why=There is no AWS profile `nobody`.");
    }

    @Test
    void anEndpointThatIsNoAddressIsNamed() throws IOException, InterruptedException {
        assertThat(run(KEYS, "--endpoint-url", "localhost:4566")).contains("`localhost:4566` is not an address.");
    }

    @Test
    void configurationFilesThatCannotBeReadAreNamed() throws IOException, InterruptedException {
        Files.writeString(home.resolve("config"), "region = planted-value\n");
        assertThat(run(with(KEYS, "AWS_CONFIG_FILE", home.resolve("config").toString()), "--region", "us-east-1"))
                .contains("NotSeen[why=The AWS configuration files could not be read.")
                .doesNotContain("planted-value");
    }

    @Test
    void anEndpointOfTheEnvironmentThatIsNoAddressIsAReasonAndNoCrash() throws IOException, InterruptedException {
        assertThat(run(with(KEYS, "AWS_ENDPOINT_URL", "::no address::"), "--region", "us-east-1"))
                .contains("NotSeen[why=`ecs:DescribeServices` could not be asked for.")
                .contains("`AWS_ENDPOINT_URL`");
    }

    private String runAsReader(SmallAws small) throws IOException, InterruptedException {
        return run(
                KEYS,
                "--endpoint-url",
                small.endpointUrl(),
                "--region",
                "us-east-1",
                "--role-arn",
                "arn:aws:iam::123456789012:role/reader");
    }

    private static Map<String, String> with(Map<String, String> some, String... more) {
        Map<String, String> all = new HashMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    private String run(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path")));
        List<String> given = new ArrayList<>(List.of(arguments));
        given.stream().filter(each -> each.startsWith("-X")).forEach(command::add);
        command.add(Probe.class.getName());
        given.stream().filter(each -> !each.startsWith("-X")).forEach(command::add);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().put("HOME", home.toString());
        builder.environment().put("AWS_EC2_METADATA_DISABLED", "true");
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}
