package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WildcardTest {
    @ParameterizedTest
    @CsvSource({
        "DB_*, DB_HOST, true",
        "DB_*, DB_, true",
        "DB_*, XDB_HOST, false",
        "*_KEY, API_KEY, true",
        "*_KEY, API_KEYS, false",
        "*TOKEN*, MY_TOKEN_2, true",
        "A?C, ABC, true",
        "A?C, AC, false",
        "A.C, ABC, false",
        "*, ANY, true",
        "**A**B, XAYB, true",
        "NAME, NAME, true",
        "NAME, name, false",
        "'', ANY, true"
    })
    void aStarStandsForAnyLettersAndAQuestionMarkForOne(String pattern, String name, boolean fits) {
        assertThat(new Wildcard(pattern).matches(name)).isEqualTo(fits);
    }

    @Test
    void aHostilePatternTakesNoLongerThanBothLengthsAllow() {
        assertThat(new Wildcard("*a".repeat(1_000) + "b").matches("a".repeat(10_000)))
                .isFalse();
    }
}
