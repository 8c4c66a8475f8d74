package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Name;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandInsTest {
    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, DB_HOST DB_PASSWORD, DB_HOST DB_PASSWORD",
        "DATABASE_URL, POSTGRES_HOST POSTGRES_PASSWORD POSTGRES_PORT, POSTGRES_HOST POSTGRES_PASSWORD",
        "DATABASE_URL, PGHOST PGPASSWORD, PGHOST PGPASSWORD",
        "DATABASE_URL, DB_SECRET_ARN, DB_SECRET_ARN",
        "SPRING_DATASOURCE_PASSWORD, DB_URL, DB_URL",
        "REDIS_URL, REDIS_HOST REDIS_PORT, REDIS_HOST",
        "REDIS_PASSWORD, REDIS_URL, REDIS_URL",
        "DB_PASSWORD, DATABASE_URL, DATABASE_URL",
        "DB_PASS, DB_SECRET_ID, DB_SECRET_ID",
        "OPENAI_API_KEY, OPENAI_API_KEY_SECRET_ARN, OPENAI_API_KEY_SECRET_ARN",
        "SESSION_SECRET, SESSION_SECRET_NAME, SESSION_SECRET_NAME",
        "MAIL_PASSWORD, MAIL_CREDENTIALS_ARN, MAIL_CREDENTIALS_ARN"
    })
    void whatMakesUpANameIsFound(String name, String given, String expected) {
        assertThat(standIns(name, given)).containsExactly(names(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, DB_HOST",
        "DATABASE_URL, DB_PASSWORD",
        "DATABASE_URL, REPLICA_DB_HOST REPLICA_DB_PASSWORD",
        "REDIS_URL, DB_HOST DB_PASSWORD",
        "STRIPE_SECRET_KEY, STRIPE_URL",
        "NEXTAUTH_SECRET, NEXTAUTH_URL",
        "ADMIN_PASSWORD, ADMIN_URL",
        "JWT_KEY, JWT_KEY_ID",
        "API_KEY, API_KEY_NAME",
        "API_URL, API_HOSTS",
        "TOKEN, TOKEN_URL",
        "URL, HOST PASSWORD",
        "OPENAI_API_KEY, STRIPE_SECRET_ARN",
        "DB_PASSWORD, DB_PASSWORD_MIN_LENGTH",
        "_, DB_URL"
    })
    void whatDoesNotMakeItUpIsNoStandIn(String name, String given) {
        assertThat(standIns(name, given)).isEmpty();
    }

    private static List<Name> standIns(String name, String given) {
        return new StandIns(List.of(names(given))).of(new Name(name));
    }

    private static Name[] names(String text) {
        return Arrays.stream(text.split(" ")).map(Name::new).toArray(Name[]::new);
    }
}
