package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Login;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How AWS is reached, or what is read instead of it. */
final class AwsOptions {
    @Option(
            names = "--deployed",
            paramLabel = "FILE",
            description = "The output of `aws ecs describe-task-definition`, instead of AWS.")
    private Optional<Path> deployed = Optional.empty();

    @Option(names = "--offline", description = "Ask AWS nothing; what only AWS knows is listed as not verified.")
    private boolean offline;

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile of the AWS configuration to use.")
    private String profile = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The AWS region. Default: as the AWS SDK finds it.")
    private String region = "";

    @Option(names = "--role-arn", paramLabel = "ARN", description = "The role to assume before anything is asked.")
    private String roleArn = "";

    @Option(
            names = "--endpoint-url",
            paramLabel = "URL",
            description = "Ask this endpoint instead of AWS; AWS_ENDPOINT_URL does the same.")
    private String endpoint = "";

    @Option(
            names = "--deep",
            description = "Read the values of secrets and parameters to judge them: key, form, placeholder. "
                    + "None is kept or shown.")
    private boolean deep;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long AWS may take, all calls together. Default: ${DEFAULT-VALUE}.")
    private int timeout = 30;

    Optional<Path> deployed() {
        return deployed;
    }

    boolean offline() {
        return offline;
    }

    /** Whether values are read. */
    boolean deep() {
        return deep;
    }

    /** The settings of a run: what was given here, else what the program was built with. */
    AwsSettings over(AwsSettings settings) throws Misuse {
        if (timeout < 1) {
            throw new Misuse("`--timeout` must be at least one second.", "give a whole number of seconds.");
        }
        AwsSettings all = settings.withTimeout(Duration.ofSeconds(timeout));
        all = profile.isEmpty() ? all : all.withLogin(new Login.Profile(profile));
        all = region.isEmpty() ? all : all.withRegion(region);
        all = roleArn.isEmpty() ? all : all.withRoleArn(roleArn);
        return endpoint.isEmpty() ? all : all.withEndpointUrl(checked(endpoint));
    }

    private static String checked(String endpoint) throws Misuse {
        if (!endpoint.matches("https?://[^/?#\\s]+/?")) {
            throw new Misuse(
                    "`--endpoint-url` is not the address of a server: it needs a scheme, a host and nothing else.",
                    "write it like `http://127.0.0.1:5000`.");
        }
        return endpoint;
    }
}
