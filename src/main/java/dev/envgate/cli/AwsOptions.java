package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Login;
import dev.envgate.aws.Request;
import dev.envgate.aws.Traffic;
import dev.envgate.config.Setting;
import dev.envgate.text.Escape;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Option;

/** How AWS is reached, or what is read instead of it. */
final class AwsOptions {
    private static final int FASTEST = 10_000;
    private static final String ACCOUNT = "{account}";
    private static final String SESSION_NAME = "|[\\w+=,.@-]{2,64}";

    @Option(
            names = "--deployed",
            paramLabel = "FILE",
            description = "The output of `aws ecs describe-task-definition`, instead of AWS.")
    private Optional<Path> deployed = Optional.empty();

    @Option(names = "--snapshot", paramLabel = "FILE", description = "What `envgate snapshot` wrote, instead of AWS.")
    private Optional<Path> snapshot = Optional.empty();

    @Option(
            names = "--max-age",
            paramLabel = "AGE",
            description = "How old a snapshot may be: 90m, 36h, 7d. Default: ${DEFAULT-VALUE}.")
    private String maxAge = "2d";

    @Option(names = "--offline", description = "Ask AWS nothing; what only AWS knows is listed as not verified.")
    private boolean offline;

    @Option(
            names = "--no-env-files",
            description = "Do not read the files of environmentFiles from S3; which names they give is then not known.")
    private boolean noEnvFiles;

    @Option(
            names = "--image-env",
            description = "Look also at what the images of the containers set by ENV, where they are in ECR.")
    private boolean imageEnv;

    @Option(names = "--profile", paramLabel = "NAME", description = "The profile of the AWS configuration to use.")
    private String profile = "";

    @Option(
            names = "--region",
            paramLabel = "REGION",
            description = "The AWS region. Default: as the AWS SDK finds it.")
    private String region = "";

    @Option(
            names = "--role-arn",
            paramLabel = "ARN",
            description = "The role to assume before anything is asked; {account} stands for the account's number.")
    private String roleArn = "";

    @Option(
            names = "--external-id",
            paramLabel = "ID",
            description = "The external id that the trust policy of the role asks for.")
    private String externalId = "";

    @Option(
            names = "--role-session-name",
            paramLabel = "NAME",
            description = "What CloudTrail calls the run when a role is assumed. Default: envgate.")
    private String roleSessionName = "";

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
            names = "--use-fips-endpoint",
            description = "Ask only endpoints with validated cryptography; AWS_USE_FIPS_ENDPOINT does the same.")
    private boolean fips;

    @Option(
            names = "--use-dualstack-endpoint",
            description = "Ask endpoints that have an IPv6 address too; AWS_USE_DUALSTACK_ENDPOINT does the same.")
    private boolean dualStack;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long AWS may take, all calls together. Default: ${DEFAULT-VALUE}.")
    private int timeout = 30;

    @Option(
            names = "--max-rate",
            paramLabel = "NUMBER",
            description = "How many requests are sent to AWS in any one second, and ten times as many for "
                    + "secretsmanager:DescribeSecret. Default: ${DEFAULT-VALUE}.")
    private int maxRate = Traffic.USUAL;

    @Option(names = "--timing", description = "Say on standard error what was asked of AWS: requests, bytes and time.")
    private boolean timing;

    private final AtomicReference<Traffic> traffic = new AtomicReference<>();

    /** For a command that has nothing to ask. */
    static AwsOptions notAsked() {
        AwsOptions options = new AwsOptions();
        options.offline = true;
        return options;
    }

    Optional<Path> deployed() {
        return deployed;
    }

    /** The region that somebody said, whatever the environment has besides; empty when nobody did. */
    String region(Setting configured) {
        return either(region, configured.text());
    }

    boolean offline() {
        return offline;
    }

    /** Whether something else stands for AWS. */
    boolean asksNobody() {
        return offline || deployed.isPresent() || snapshot.isPresent();
    }

    /** Whether values are read. */
    boolean deep() {
        return deep;
    }

    /** Whether it is looked at what images give. */
    boolean imageEnv() {
        return imageEnv;
    }

    /** Whether environment files are read. */
    boolean readsFiles() {
        return !noEnvFiles;
    }

    /** Those of the configuration, unless none are to be read. */
    Request.Files files(List<String> configured) {
        return noEnvFiles
                ? new Request.Files.Declined("`--no-env-files` was given, and the environment file was not read")
                : new Request.Files.Asked(configured);
    }

    /** The settings of a run: what was given here, else what the program was built with. */
    AwsSettings over(AwsSettings settings) throws Misuse {
        if (timeout < 1) {
            throw new Misuse("`--timeout` must be at least one second.", "give a whole number of seconds.");
        }
        if (roleArn.isEmpty()
                && !(externalId.isEmpty() && roleSessionName.isEmpty())
                && settings.role().arn().isEmpty()) {
            throw new Misuse(
                    "`--external-id` and `--role-session-name` are about a role, and none is assumed.",
                    "name the role with `--role-arn`.");
        }
        if (!roleSessionName.matches(SESSION_NAME)) {
            throw new Misuse(
                    "`--role-session-name` is not a name that AWS takes.",
                    "use 2 to 64 letters, digits and signs of `_+=,.@-`.");
        }
        AwsSettings all = settings.withTimeout(Duration.ofSeconds(timeout));
        all = profile.isEmpty() ? all : all.withLogin(new Login.Profile(profile));
        all = region.isEmpty() ? all : all.withRegion(region);
        AwsSettings.Role role = all.role();
        all = all.withRole(new AwsSettings.Role(
                ofAccount(either(roleArn, role.arn()), all.account()),
                either(externalId, role.externalId()),
                either(roleSessionName, role.sessionName())));
        AwsSettings.Address address = all.address();
        all = all.withAddress(
                new AwsSettings.Address(address.url(), fips || address.fips(), dualStack || address.dualStack()));
        return endpoint.isEmpty() ? all : all.withEndpointUrl(checked(endpoint));
    }

    /** One role for each account may be given at once. */
    private static String ofAccount(String arn, String account) throws Misuse {
        if (arn.contains(ACCOUNT) && account.isEmpty()) {
            throw new Misuse(
                    "The role `%s` is one for each account, and nobody says which account it is."
                            .formatted(Escape.terminal(arn)),
                    "say `account` in the configuration, or name the accounts with `envgate fleet check --all --account NUMBER`.");
        }
        return arn.replace(ACCOUNT, account);
    }

    private static String either(String given, String otherwise) {
        return given.isEmpty() ? otherwise : given;
    }

    /** That of the whole run. */
    Traffic traffic() throws Misuse {
        requireRate();
        return traffic.updateAndGet(made -> made == null ? new Traffic(maxRate) : made);
    }

    private void requireRate() throws Misuse {
        if (maxRate < 1 || maxRate > FASTEST) {
            throw new Misuse(
                    "`--max-rate` must be between 1 and %d requests a second.".formatted(FASTEST),
                    "AWS throttles long before the upper end; leave it out when in doubt.");
        }
    }

    /** That of a run over many services, of which {@code shards} runs share what AWS lets through. */
    Traffic fleetTraffic(int shards) throws Misuse {
        requireRate();
        return traffic.updateAndGet(made -> made == null ? Traffic.ofFleet(maxRate, shards) : made);
    }

    /** Refuses what is said of one service only. */
    void requireMany() throws Misuse {
        if (deployed.isPresent() || snapshot.isPresent()) {
            throw new Misuse(
                    "`--deployed` and `--snapshot` are about a few services, and a fleet is about all.",
                    "leave them out, or run `envgate check`.");
        }
    }

    /** Refuses a run that would not ask AWS. */
    void requireAws() throws Misuse {
        if (asksNobody()) {
            throw new Misuse(
                    "A snapshot is made of AWS, and AWS is not to be asked.",
                    "leave out `--offline`, `--deployed` and `--snapshot`.");
        }
    }

    /** Where what runs and what is stored is found out. */
    LiveSides liveSides(Console console) throws Misuse {
        return new LiveSides(
                console,
                traffic(),
                snapshot.isEmpty()
                        ? Optional.empty()
                        : Optional.of(SnapshotFile.read(snapshot.get(), Age.parse(maxAge), console)));
    }

    /** Says what was asked of AWS, if that was asked for. */
    void sayTiming(Console console) throws Misuse {
        if (timing) {
            console.err().print(new Timing(traffic().lines()).text());
        }
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
