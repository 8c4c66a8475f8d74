package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TroubleTest {
    @ParameterizedTest
    @CsvSource({
        "AccessDeniedException, 400, DENIED",
        "AccessDenied, 403, DENIED",
        "SomethingNew, 403, DENIED",
        "ExpiredTokenException, 400, EXPIRED",
        "ExpiredToken, 403, EXPIRED",
        "UnrecognizedClientException, 400, UNKNOWN_KEYS",
        "InvalidClientTokenId, 403, UNKNOWN_KEYS",
        "InvalidAccessKeyId, 403, UNKNOWN_KEYS",
        "InvalidSignatureException, 400, SIGNATURE",
        "SignatureDoesNotMatch, 403, SIGNATURE",
        "ThrottlingException, 400, THROTTLED",
        "Throttling, 400, THROTTLED",
        "SlowDown, 503, THROTTLED",
        "'', 429, THROTTLED",
        "ResourceNotFoundException, 400, NOT_THERE",
        "ResourceNotFoundException, 404, NOT_THERE",
        "NoSuchKey, 404, NOT_THERE",
        "NoSuchBucket, 404, NO_BUCKET",
        "ClusterNotFoundException, 400, NO_CLUSTER",
        "ClientException, 400, REFUSED",
        "InvalidParameterException, 400, REFUSED",
        "ValidationException, 400, REFUSED",
        "ServerException, 500, SERVER",
        "SomethingNew, 500, SERVER",
        "'', 503, SERVER",
        "'', 404, NOT_AWS",
        "'', 403, NOT_AWS",
        "'', 301, NOT_AWS",
        "'', 407, PROXY",
        "'', 408, SILENT",
    })
    void isToldByTheCodeAndThenByTheStatus(String code, int status, Trouble trouble) {
        assertThat(Trouble.of(code, status)).isEqualTo(trouble);
    }

    @ParameterizedTest
    @CsvSource({
        "ClientException, 400, Unable to describe task definition., NO_DEFINITION",
        "ClientException, 400, The specified network interface is in use., REFUSED",
        "ClientException, 400, '', REFUSED",
        "AccessDeniedException, 400, Unable to describe task definition., DENIED",
    })
    void aMissingTaskDefinitionIsToldByTheWordsOfEcs(String code, int status, String says, Trouble trouble) {
        assertThat(Trouble.of(code, status, says)).isEqualTo(trouble);
    }

    @Test
    void everyCodeMeansOneTrouble() {
        assertThat(Arrays.stream(Trouble.values())
                        .flatMap(trouble -> trouble.codes().stream())
                        .toList())
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource(Trouble.class)
    void saysWhyInOneSentenceAndWhatToDo(Trouble trouble) {
        Failure failure = Failure.of(trouble, Action.of("ecs:DescribeServices", "web", "AWS in `us-east-1`"));
        assertThat(failure.why()).matches("[A-Z`][^{}\\n]*\\.").doesNotContain("  ");
        assertThat(failure.hint()).matches("[A-Z][^{}\\n]*\\.").isNotEqualTo(failure.why());
    }

    @Test
    void noTwoTroublesSayTheSame() {
        assertThat(Arrays.stream(Trouble.values())
                        .filter(each -> each != Trouble.NO_DEFINITION)
                        .map(Trouble::why)
                        .toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void namesFromOutsideAreMadeHarmless() {
        Failure failure = Failure.of(Trouble.SERVER, Action.of("ecs:DescribeServices", "web\u001b[31m\n", "AWS"));
        assertThat(failure.why()).isEqualTo("AWS failed to answer `ecs:DescribeServices` for `web\\u{1b}[31m\\u{a}`.");
    }

    @Test
    void manyNamesAreCounted() {
        Failure failure =
                Failure.of(Trouble.SERVER, Action.of("ecs:DescribeServices", List.of("a", "b", "c", "d", "e"), "AWS"));
        assertThat(failure.why())
                .isEqualTo("AWS failed to answer `ecs:DescribeServices` for `a`, `b`, `c` and 2 more.");
    }

    @ParameterizedTest
    @CsvSource({"dev, --profile dev", "of old, --profile 'of old'"})
    void aNameInACommandIsOneWord(String profile, String argument) {
        assertThat(Failure.of(Trouble.SESSION_ENDED, Action.login(List.of(profile), "AWS")))
                .returns("Run `aws sso login " + argument + "`.", Failure::hint);
    }
}
