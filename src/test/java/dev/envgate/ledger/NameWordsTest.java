package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameWordsTest {
    @ParameterizedTest
    @CsvSource({
        "DATABASE_URL, database url",
        "databaseUrl, database url",
        "dbURLPath, db url path",
        "HTTPServer, http server",
        "s3Key, s3 key",
        "OAUTH2Token, oauth2 token",
        "A, a",
        "AbC, ab c",
        "your-secret.here, your secret here",
        "ÉCOLE_é, école é",
        "ﾀ😀b, ﾀ b",
        "'__', ''",
        "'', ''"
    })
    void aNameIsTakenApartAtSignsAndWhereACapitalBeginsAWord(String text, String words) {
        assertThat(NameWords.of(text)).isEqualTo(words.isEmpty() ? List.of() : List.of(words.split(" ")));
    }
}
