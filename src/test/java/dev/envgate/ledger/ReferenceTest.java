package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Reference.Target;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:app/db-AbCdEf";
    private static final Target.Unclear UNCLEAR = new Target.Unclear("depends on `var.x`", new Place.Nowhere());

    @Test
    void anArnOfTwoPartsIsAWholeSecret() {
        assertThat(Reference.parse(SECRET)).isEqualTo(Reference.whole(SECRET, secret()));
    }

    @Test
    void anArnOfFivePartsHasKeyStageAndVersion() {
        String id = "a1b2c3d4-5678-90ab-cdef-EXAMPLE11111";
        assertThat(Reference.parse(SECRET + ":password::"))
                .isEqualTo(new Reference(SECRET + ":password::", secret(), "password", "", ""));
        assertThat(Reference.parse(SECRET + "::AWSPREVIOUS:").versionStage()).isEqualTo("AWSPREVIOUS");
        assertThat(Reference.parse(SECRET + ":::" + id).versionId()).isEqualTo(id);
        assertThat(Reference.parse(SECRET + ":::").target()).isEqualTo(secret());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ":password",
                ":password:",
                ":password:::",
                "::AWSCURRENT:a1b2c3d4-5678-90ab-cdef-EXAMPLE11111",
                ":::AWSCURRENT"
            })
    void anyOtherNumberOfPartsIsMalformed(String suffix) {
        assertThat(Reference.parse(SECRET + suffix).target()).isInstanceOf(Target.Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "arn:aws:secretsmanager:us-east-1",
                "arn:aws:secretsmanager:us-east-1:123456789012:app/db",
                "arn:aws:secretsmanager:us-east-1:123456789012:secret:",
                "arn:aws:secretsmanager::123456789012:secret:app/db-AbCdEf",
                "arn:aws:secretsmanager:us-east-1::secret:app/db-AbCdEf",
                "arn:amazon:secretsmanager:us-east-1:123456789012:secret:app/db-AbCdEf",
                "arn:aws:s3:::bucket/key",
                "arn:aws:ssm:us-east-1:123456789012:app/db",
                "app/db:password::",
                "my secret"
            })
    void whatEcsWouldRefuseIsMalformedWithAReason(String text) {
        assertThat(Reference.parse(text).target())
                .isInstanceOfSatisfying(
                        Target.Malformed.class,
                        target -> assertThat(target.why()).endsWith("."));
    }

    @ParameterizedTest
    @CsvSource({"/app/prod/db", "app.db_password-1", "LOG_LEVEL", "/app/db:3", "/aws/reference/other"})
    void aBareNameIsAParameter(String name) {
        assertThat(Reference.parse(name).target()).isEqualTo(new Target.ParameterName(name, ""));
    }

    /** ECS asks SSM for it, and SSM asks Secrets Manager. */
    @ParameterizedTest
    @CsvSource({
        "app/db, '', ''",
        "app/db:AWSPREVIOUS, AWSPREVIOUS, ''",
        "app/db:a1b2c3d4-5678-90ab-cdef-EXAMPLE11111, '', a1b2c3d4-5678-90ab-cdef-EXAMPLE11111",
    })
    void aParameterThatStandsForASecretIsTheSecret(String name, String stage, String id) {
        String path = "/aws/reference/secretsmanager/" + name;
        assertThat(Reference.parse(path))
                .isEqualTo(new Reference(path, new Target.SecretName("app/db", ""), "", stage, id));
        String arn = "arn:aws:ssm:eu-west-1:123456789012:parameter" + path;
        Target secret =
                new Target.SecretArn(new Arn("aws", "secretsmanager", "eu-west-1", "123456789012", "secret:app/db"));
        assertThat(Reference.parse(arn)).isEqualTo(new Reference(arn, secret, "", stage, id));
    }

    @Test
    void anArnOfSsmIsAParameter() {
        assertThat(Reference.parse("arn:aws:ssm:eu-west-1:123456789012:parameter/app/db")
                        .target())
                .isEqualTo(new Target.ParameterArn(
                        new Arn("aws", "ssm", "eu-west-1", "123456789012", "parameter/app/db")));
    }

    @Test
    void regionAndAccountMayBeUnknown() {
        Symbolic text =
                symbolic("arn:aws:secretsmanager:", "$region", ":", "$account", ":secret:app/db-AbCdEf:password::");
        assertThat(Reference.parse(text, UNCLEAR))
                .isEqualTo(new Reference(
                        "arn:aws:secretsmanager:${region}:${account}:secret:app/db-AbCdEf:password::",
                        new Target.SecretArn(new Arn("aws", "secretsmanager", "", "", "secret:app/db-AbCdEf")),
                        "password",
                        "",
                        ""));
        assertThat(Reference.parse(symbolic("arn:", "$p", ":ssm:", "$r", ":", "$a", ":parameter/x"), UNCLEAR)
                        .target())
                .isEqualTo(new Target.ParameterArn(new Arn("", "ssm", "", "", "parameter/x")));
    }

    @Test
    void anUnknownNameIsUnclear() {
        assertThat(Reference.parse(
                        symbolic("arn:aws:secretsmanager:us-east-1:1:secret:", "$env", "/db:password::"), UNCLEAR))
                .satisfies(reference -> assertThat(reference.target()).isEqualTo(UNCLEAR))
                .satisfies(reference -> assertThat(reference.jsonKey()).isEqualTo("password"));
        assertThat(Reference.parse(symbolic("/app/", "$env", "/db"), UNCLEAR).target())
                .isEqualTo(UNCLEAR);
        assertThat(Reference.parse(symbolic("$arn"), UNCLEAR).target()).isEqualTo(UNCLEAR);
    }

    @Test
    void aFollowedTargetKeepsItsSuffix() {
        Target target = new Target.SecretName("app/db", "aws_secretsmanager_secret.db");
        assertThat(Reference.of("${x.arn}:password::", target, symbolic(":password::")))
                .isEqualTo(new Reference("${x.arn}:password::", target, "password", "", ""));
        assertThat(Reference.of("${x.arn}:${k}::", target, symbolic(":", "$k", "::"))
                        .jsonKey())
                .isEqualTo("${k}");
        assertThat(Reference.of("${x.arn}:password", target, symbolic(":password"))
                        .target())
                .isInstanceOf(Target.Malformed.class);
        assertThat(Reference.of("${x.arn}-suffix", target, symbolic("-suffix")).target())
                .isInstanceOf(Target.Malformed.class);
    }

    @Test
    void aParameterTakesNoJsonKey() {
        Target target = new Target.ParameterName("/app/db", "aws_ssm_parameter.db");
        assertThat(Reference.of("${x.arn}:password::", target, symbolic(":password::"))
                        .target())
                .isInstanceOf(Target.Malformed.class);
    }

    private static Target secret() {
        return new Target.SecretArn(
                new Arn("aws", "secretsmanager", "us-east-1", "123456789012", "secret:app/db-AbCdEf"));
    }

    private static Symbolic symbolic(String... parts) {
        return new Symbolic(List.of(parts).stream().map(ReferenceTest::part).toList());
    }

    private static Symbolic.Part part(String text) {
        return text.startsWith("$") ? new Symbolic.Part.Hole(text.substring(1)) : new Symbolic.Part.Known(text);
    }
}
