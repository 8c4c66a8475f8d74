package dev.envgate.aws;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * The ways in which asking AWS can fail, told apart by the error's code, and by the HTTP status where there is no code. The texts
 * are filled in by {@link Failure}: <code>{call}</code>, <code>{names}</code> and <code>{place}</code> of the {@link Action},
 * <code>{about}</code> for " for " and the names, <code>{word}</code> for the name in a command, <code>{code}</code>, and <code>{says}</code> for the words of AWS, which stand
 * only where AWS puts nothing but names into them.
 */
enum Trouble {
    DENIED(
            "AccessDeniedException AccessDenied UnauthorizedOperation AuthorizationError",
            "AWS denied {call}{about}{says}.",
            "Allow {call} for the identity that this run uses."),
    EXPIRED(
            "ExpiredTokenException ExpiredToken RequestExpired TokenRefreshRequired "
                    + "UnauthorizedException InvalidGrantException",
            "The AWS login has expired{code}.",
            "Log in again, for instance with `aws sso login`, or renew the credentials of the pipeline."),
    UNKNOWN_KEYS(
            "UnrecognizedClientException InvalidClientTokenId InvalidAccessKeyId InvalidToken "
                    + "InvalidIdentityToken MissingAuthenticationToken "
                    + "MissingAuthenticationTokenException AuthFailure OptInRequired",
            "AWS does not know the credentials of this run{code}.",
            "See who is logged in with `aws sts get-caller-identity`, or name a profile with `--profile`."),
    SIGNATURE(
            "InvalidSignatureException SignatureDoesNotMatch IncompleteSignature "
                    + "IncompleteSignatureException RequestTimeTooSkewed RequestInTheFuture",
            "AWS did not accept the signature of {call}{code}.",
            "Set the clock of this machine, and check the secret access key."),
    THROTTLED(
            "ThrottlingException Throttling ThrottledException RequestThrottled "
                    + "RequestThrottledException TooManyRequestsException RequestLimitExceeded "
                    + "BandwidthLimitExceeded SlowDown",
            "AWS throttled {call}{about} until no attempt was left{code}.",
            "Run it again in a minute, or look at fewer services in one run."),
    NOT_THERE(
            "ResourceNotFoundException NoSuchKey NoSuchEntity",
            "AWS has nothing that {call} could find{about}{code}.",
            "Check the name, the region and the account."),
    NO_IMAGE(
            "RepositoryNotFoundException LayersNotFoundException",
            "ECR has nothing that {call} could find{about}{code}.",
            "Check the image in the task definition: its repository and tag, and the region and the account in its address."),
    NO_CLUSTER(
            "ClusterNotFoundException",
            "There is no cluster {names} in this account and region{code}.",
            "Check the cluster's name, `--region`, and the account with `aws sts get-caller-identity`."),
    NO_BUCKET(
            "NoSuchBucket",
            "There is no bucket that {call} could look into{about}{code}.",
            "Check the name of the bucket in the ARN."),
    SERVER(
            "ServerException InternalServiceError InternalServerError InternalServerException "
                    + "InternalFailure InternalError ServiceUnavailable ServiceUnavailableException",
            "AWS failed to answer {call}{about}{code}.",
            "Run it again; if it stays so, look at the health page of AWS."),
    NO_DEFINITION("", "AWS refused {call}{about}{code}{says}.", "Check the names and the region that were asked for."),
    REFUSED("", "AWS refused {call}{about}{code}{says}.", "Check the names and the region that were asked for."),
    NOT_AWS(
            "",
            "What answered {call} at {place} is not AWS{code}.",
            "Check `--endpoint-url`, `AWS_ENDPOINT_URL` and the proxy settings."),
    UNREADABLE(
            "",
            "The answer to {call} from {place} could not be read.",
            "Check that no proxy and no sign-in page stands between this machine and AWS."),
    LEFT_OUT(
            "",
            "{place} answered {call}{about}, and said nothing of what was asked.",
            "Run it again; check that no proxy stands between this machine and AWS."),
    NO_PRIMARY(
            "",
            "The service {names} has no PRIMARY deployment that names a task definition.",
            "Deploy the service, or give its task definition with `--deployed`."),
    GOING(
            "",
            "The service {names} was deleted and is draining, so that what it still runs stops soon.",
            "Wait until it is gone and run `terraform apply` to make it anew, or name the service that takes its place."),
    NO_ADDRESS("", "The address of {place} was not found.", "Check the region, the network and the proxy settings."),
    NO_CONNECTION(
            "",
            "{place} cannot be connected to.",
            "Check `--endpoint-url`, `AWS_ENDPOINT_URL`, the network and the proxy settings."),
    NOT_SECURE(
            "",
            "No secure connection to {place} could be made.",
            "If a proxy inspects TLS, name a file with its certificate in `AWS_CA_BUNDLE`."),
    NO_BUNDLE(
            "",
            "The certificates of `AWS_CA_BUNDLE` could not be read from {names}.",
            "Name a file with certificates in PEM in `AWS_CA_BUNDLE`, or unset it."),
    EMPTY_BUNDLE(
            "",
            "The file {names} that `AWS_CA_BUNDLE` names holds no certificate.",
            "Write certificates in PEM into it, each from `-----BEGIN CERTIFICATE-----` on, or unset `AWS_CA_BUNDLE`."),
    BAD_BUNDLE(
            "",
            "A certificate in the file {names} that `AWS_CA_BUNDLE` names is damaged.",
            "Export the certificates again in PEM, or unset `AWS_CA_BUNDLE`."),
    NOT_A_PROXY(
            "",
            "{names} does not name a proxy that can be used.",
            "Write it as `http://host:port`, with the special signs of a password encoded, as `%40` for `@`."),
    PROXY(
            "",
            "The proxy did not let {call} through to {place}{code}.",
            "Check the name and the password of the proxy in `HTTPS_PROXY`, or except the host in `NO_PROXY`."),
    SILENT(
            "",
            "{place} did not answer {call}{about} in time.",
            "Check the network, or give more time with `--timeout`."),
    BROKEN(
            "",
            "The connection to {place} broke off during {call}{about}.",
            "Run it again; check the network and the proxy settings."),
    NO_TIME(
            "",
            "The time of the run was over before {call}{about} was answered.",
            "Check the network, or give more time with `--timeout`."),
    NO_LOGIN(
            "",
            "No AWS credentials were found.",
            "Log in, for instance with `aws sso login`, name a profile with `--profile`, or set `AWS_ACCESS_KEY_ID` and"
                    + " `AWS_SECRET_ACCESS_KEY`."),
    HALF_LOGIN(
            "",
            "`AWS_ACCESS_KEY_ID` is set, and `AWS_SECRET_ACCESS_KEY` is not.",
            "Set both, or unset `AWS_ACCESS_KEY_ID` and name a profile with `--profile`."),
    NO_TOKEN_FILE(
            "",
            "The token in {names}, which `AWS_WEB_IDENTITY_TOKEN_FILE` names, could not be read.",
            "Let the pipeline write the token first, or unset `AWS_WEB_IDENTITY_TOKEN_FILE`."),
    NO_TOKEN_ROLE(
            "",
            "`AWS_WEB_IDENTITY_TOKEN_FILE` is set, and `AWS_ROLE_ARN` does not name a role to assume with the token.",
            "Set `AWS_ROLE_ARN` to the role that trusts the pipeline, or unset `AWS_WEB_IDENTITY_TOKEN_FILE`."),
    SESSION_ENDED(
            "",
            "The session of the AWS profile {names} at IAM Identity Center has ended, or none was begun.",
            "Run `aws sso login --profile {word}`."),
    EMPTY_PROFILE(
            "",
            "The AWS profile {names} gives no credentials.",
            "Log in with `aws sso login` and `--profile`, or complete the profile."),
    OTHER_ACCOUNT(
            "",
            "The credentials are those of the account {call}, and the configuration says {names}.",
            "Log in to the account of the service, or choose another profile or role; see who is logged in with"
                    + " `aws sts get-caller-identity`."),
    NO_PROFILE(
            "",
            "There is no AWS profile {names}.",
            "See the profiles with `aws configure list-profiles`, and name one with `--profile`."),
    BAD_PROFILES(
            "",
            "The AWS configuration files could not be read.",
            "Check `~/.aws/config` and `~/.aws/credentials`, or the files that `AWS_CONFIG_FILE` and"
                    + " `AWS_SHARED_CREDENTIALS_FILE` name."),
    NOT_MADE(
            "",
            "{call} could not be asked for.",
            "Check `AWS_ENDPOINT_URL`, and what the AWS profile says of endpoints and proxies."),
    NO_REGION("", "No AWS region is set.", "Name one with `--region`, or set `AWS_REGION`."),
    NOT_A_REGION("", "{names} is not the name of an AWS region.", "Check the region in the ARN, or `--region`."),
    NOT_AN_ADDRESS("", "{names} is not an address.", "Write it as `http://host:port` in `--endpoint-url`."),
    SEVERAL("", "More than one cluster has the service {names}.", "Name the cluster with `--cluster`."),
    MANY_IMAGES(
            "",
            "The tasks run too many images of {names} to look at each.",
            "Deploy the service anew, so that all its tasks run one image."),
    NO_DIGEST(
            "",
            "ECS does not say which image of {names} the tasks run, and the tag may have been moved.",
            "Name the image by its digest in the task definition, or give the names there."),
    NO_PLATFORM(
            "",
            "The image {names} is not there once for the platform of the task definition.",
            "Check `runtimePlatform` in the task definition."),
    NOT_AN_IMAGE(
            "",
            "What {names} names is no image whose settings can be read.",
            "Push it again in a form of today, or give the names in the task definition."),
    NOT_IN_S3(
            "",
            "{place} answered {call}{about} with an address that is not one in S3, and it was not asked.",
            "Check `--endpoint-url` and `AWS_ENDPOINT_URL`, and that no proxy changes what AWS answers."),
    OTHER_CONTENT(
            "",
            "What {place} gave{about} is not what the digest says.",
            "Check that no proxy and no sign-in page stands between this machine and AWS."),
    TOO_MANY("", "There are too many clusters to look for a service in each.", "Name the cluster with `--cluster`.");

    /**
     * How ECS begins to say that it does not have a task definition. The code is that of every mistake of a caller, so that nothing but these
     * words tells the two apart.
     */
    private static final String NO_SUCH_DEFINITION = "Unable to describe task definition";

    /** Separated by spaces. */
    private final String codes;

    private final String why;
    private final String hint;

    Trouble(String codes, String why, String hint) {
        this.codes = codes;
        this.why = why;
        this.hint = hint;
    }

    /** What an answer with an error means; {@code says} are the words of AWS. */
    static Trouble of(String code, int status, String says) {
        return code.equals("ClientException") && says.startsWith(NO_SUCH_DEFINITION) ? NO_DEFINITION : of(code, status);
    }

    /** The same of an error that says nothing; {@code code} is empty when AWS gave none, as when a load balancer answers for it. */
    static Trouble of(String code, int status) {
        return Arrays.stream(values())
                .filter(each ->
                        !code.isEmpty() && List.of(each.codes.split(" ")).contains(code))
                .findFirst()
                .orElseGet(() -> ofStatus(code, status));
    }

    /** Whether one attempt failed because AWS wants to be asked less often. */
    static boolean isThrottling(Throwable thrown) {
        return thrown instanceof AwsServiceException answered
                && of(
                                Optional.ofNullable(answered.awsErrorDetails())
                                        .map(details -> Names.text(details.errorCode()))
                                        .orElse(""),
                                answered.statusCode())
                        == THROTTLED;
    }

    private static Trouble ofStatus(String code, int status) {
        return switch (status) {
            case 407 -> PROXY;
            case 408 -> SILENT;
            case 429 -> THROTTLED;
            case 401, 403 -> code.isEmpty() ? NOT_AWS : DENIED;
            default -> status >= 500 ? SERVER : code.isEmpty() ? NOT_AWS : REFUSED;
        };
    }

    /** Whether it may be the fault of one name among several that were asked for in one call. */
    boolean mayBeOfOne() {
        return this == DENIED || this == REFUSED || this == NO_DEFINITION || this == NOT_THERE;
    }

    List<String> codes() {
        return codes.isEmpty() ? List.of() : List.of(codes.split(" "));
    }

    String why() {
        return why;
    }

    String hint() {
        return hint;
    }
}
