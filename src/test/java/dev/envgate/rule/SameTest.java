package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Reference.Target;
import dev.envgate.ledger.Symbolic;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SameTest {
    private static final String SM = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:";
    private static final String SSM = "arn:aws:ssm:eu-west-1:123456789012:parameter/";
    private static final Target.Unclear UNCLEAR = new Target.Unclear("`var.arn` has no default", new Place.Nowhere());

    /** {@code sm:} and {@code ssm:} stand for the beginning of an ARN, {@code block:} for a secret or parameter of a Terraform block. */
    @ParameterizedTest
    @CsvSource({
        // one secret, written in two ways
        "sm:app/db-AbCdEf,                          sm:app/db-AbCdEf,                SAME",
        "sm:app/db,                                 sm:app/db-AbCdEf,                SAME",
        "sm:app/db-AbCdEf,                          sm:app/db,                       SAME",
        "block:app/db,                              sm:app/db-AbCdEf,                SAME",
        "block:app/db,                              sm:app/db,                       SAME",
        "block:app/db:password::,                   sm:app/db-AbCdEf:password::,     SAME",
        "arn:aws:secretsmanager:${r}:${a}:secret:x, sm:x-AbCdEf,                     SAME",
        // current is the default
        "sm:app/db-AbCdEf,                          sm:app/db-AbCdEf:::,             SAME",
        "sm:app/db-AbCdEf:k:AWSCURRENT:,            sm:app/db-AbCdEf:k::,            SAME",
        // created again: another suffix is another secret
        "sm:app/db-AbCdEf,                          sm:app/db-GhIjKl,                DIFFERENT",
        "sm:app/db-AbCdEf,                          sm:app/other-AbCdEf,             DIFFERENT",
        "block:app/db,                              sm:app/db-main-AbCdEf,           DIFFERENT",
        "block:app/db,                              sm:app/database-AbCdEf,          DIFFERENT",
        "sm:app/db-AbCdEf:user::,                   sm:app/db-AbCdEf:password::,     DIFFERENT",
        "sm:app/db-AbCdEf,                          sm:app/db-AbCdEf:password::,     DIFFERENT",
        "sm:app/db-AbCdEf::AWSPREVIOUS:,            sm:app/db-AbCdEf,                DIFFERENT",
        "sm:x:::a1b2c3d4-5678-90ab-cdef-EXAMPLE11111, sm:x,                          DIFFERENT",
        "arn:aws:secretsmanager:us-east-1:123456789012:secret:x, sm:x,               DIFFERENT",
        "arn:aws:secretsmanager:eu-west-1:999999999999:secret:x, sm:x,               DIFFERENT",
        // parameters
        "/app/url,                                  ssm:app/url,                     SAME",
        "URL,                                       ssm:URL,                         SAME",
        "/app/url,                                  /app/url,                        SAME",
        "ssm:app/url,                               /app/url,                        SAME",
        "/app/url,                                  ssm:app/uri,                     DIFFERENT",
        "/app/url,                                  /stage/url,                      DIFFERENT",
        "ssm:a,                                     arn:aws:ssm:us-east-1:123456789012:parameter/a, DIFFERENT",
        // a store for another
        "/app/db,                                   sm:app/db-AbCdEf,                DIFFERENT",
        "block:app/db,                              /app/db,                         DIFFERENT",
        "sm:app/db-AbCdEf,                          ssm:app/db,                      DIFFERENT",
        // what is not known differs in nothing
        "${var.arn},                                sm:app/db-AbCdEf,                UNKNOWN",
        "${var.arn},                                sm:app/db-AbCdEf:password::,     UNKNOWN",
        "sm:app/db-AbCdEf:${var.key}::,             sm:app/db-AbCdEf:password::,     UNKNOWN",
        "sm:app/db-AbCdEf:password,                 sm:app/db-AbCdEf:password::,     UNKNOWN",
        "sm:app/db-AbCdEf:${var.key}::,             sm:app/other-AbCdEf:password::,  DIFFERENT",
    })
    void referencesAreComparedByWhatTheyLeadTo(String configured, String live, Agreement expected) {
        assertThat(Same.reference(reference(configured), reference(live))).isEqualTo(expected);
        assertThat(Same.reference(reference(live), reference(configured))).isEqualTo(expected);
    }

    @Test
    void aBlockOfAParameterIsTheParameterOfItsName() {
        Reference block = Reference.whole("x", new Target.ParameterName("/app/url", "aws_ssm_parameter.url"));

        assertThat(Same.reference(block, reference("ssm:app/url"))).isEqualTo(Agreement.SAME);
        assertThat(Same.reference(block, reference("/app/url"))).isEqualTo(Agreement.SAME);
    }

    private static Reference reference(String text) {
        if (text.startsWith("block:")) {
            String[] parts = text.substring("block:".length()).split(":", 2);
            Symbolic suffix = Symbolic.of(parts.length == 1 ? "" : ":" + parts[1]);
            return Reference.of(
                    text,
                    new Target.SecretName(parts[0], "aws_secretsmanager_secret.x"),
                    parts.length == 1 ? new Symbolic(List.of()) : suffix);
        }
        String written = text.startsWith("sm:")
                ? SM + text.substring(3)
                : text.startsWith("ssm:") ? SSM + text.substring(4) : text;
        return Reference.parse(symbolic(written), UNCLEAR);
    }

    /** <code>${…}</code> stands for something that is not known. */
    private static Symbolic symbolic(String text) {
        List<Symbolic.Part> parts = Stream.of(text.splitWithDelimiters("\\$\\{[^}]*}", 0))
                .filter(part -> !part.isEmpty())
                .<Symbolic.Part>map(part -> part.startsWith("${")
                        ? new Symbolic.Part.Hole(part.substring(2, part.length() - 1))
                        : new Symbolic.Part.Known(part))
                .toList();
        return new Symbolic(parts);
    }
}
