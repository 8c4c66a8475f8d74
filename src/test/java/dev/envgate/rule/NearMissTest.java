package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Name;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearMissTest {
    @ParameterizedTest
    @CsvSource({
        "HF_TOKEN, HUGGINGFACE_TOKEN",
        "HF_TOKEN, HUGGING_FACE_TOKEN",
        "GOV_NOTIFY_API_KEY, GOVUK_NOTIFY_API_KEY",
        "ANTHROPIC_API_KEY, CLAUDE_API_KEY",
        "DB_PASS, DATABASE_PASSWORD",
        "REDIS_URI, REDIS_URL",
        "KEY_STRIPE, STRIPE_KEY",
        "SESSION_SECERT, SESSION_SECRET",
        "SENTRY_DSN_URL, SENTRY_URL_DSN",
        "ConnectionStrings__Default, CONNECTIONSTRINGS_DEFAULT",
        "OPENAI_KEY, OPENAI_API_KEY",
        "DISCORD_TOKEN, DISCORD_BOT_TOKEN",
        "SECRET_KEY, JWT_SECRET_KEY",
        "MAILGUNN_DOMAIN, MAILGUN_DOMAIN"
    })
    void aNameThatWasProbablyMeantIsFound(String name, String other) {
        assertThat(near(name, other)).contains(new Name(other));
        assertThat(near(other, name)).contains(new Name(name));
    }

    @ParameterizedTest
    @CsvSource({
        "API_KEY_1, API_KEY_2",
        "S3_URL, DB_URL",
        "STRIPE_KEY, TWILIO_KEY",
        "DB_HOST, DB_PORT",
        "DB_USER, DB_NAME",
        "PORT, HOST",
        "JWT_SECRET, COOKIE_SECRET",
        "AUTH_CLIENT_ID, AUTH_CLIENT_SECRET",
        "STRIPE_SECRET_KEY, STRIPE_WEBHOOK_SIGNING_KEY",
        "A, B",
        "_, __"
    })
    void anotherNameIsNotTakenForIt(String name, String other) {
        assertThat(near(name, other).filter(_ -> !name.equals("_"))).isEmpty();
    }

    @Test
    void ofSeveralTheNearestCounts() {
        assertThat(new NearMiss(List.of(new Name("JWT_SECRET_KEY"), new Name("SECRET_KEI"), new Name("KEY_SECRET")))
                        .to(new Name("SECRET_KEY")))
                .contains(new Name("KEY_SECRET"));
    }

    @Test
    void aNameIsNotItsOwnNeighbour() {
        assertThat(near("SECRET_KEY", "SECRET_KEY")).isEmpty();
    }

    @Test
    void thousandsOfNamesAreComparedAtOnce() {
        List<Name> many = IntStream.range(0, 3000)
                .mapToObj(i -> new Name("SETTING_NUMBER_" + Integer.toString(i, 36) + "_OF_MANY"))
                .toList();
        NearMiss near = new NearMiss(many);

        assertThat(many.stream().limit(300).map(near::to)).hasSize(300);
    }

    private static Optional<Name> near(String name, String other) {
        return new NearMiss(List.of(new Name(other))).to(new Name(name));
    }
}
