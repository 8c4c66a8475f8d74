package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Contents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the ECS agent makes of a value: Go's {@code %v} of what {@code encoding/json} reads. */
class ValueLooksTest {
    @ParameterizedTest
    @ValueSource(strings = {"5432", "0", "-1", "0.25", "123456", "0.0001", "-0.5"})
    void numbersThatGoWritesAsTheyStandAreKept(String number) {
        assertThat(look(number)).isEqualTo(new Contents.Text(Contents.Look.MEANT));
    }

    /** What Go makes of each is what {@code fmt.Sprintf("%v", float64(…))} prints. */
    @ParameterizedTest
    @CsvSource({
        "1000000, 1e+06",
        "120000000, 1.2e+08",
        "0.00001, 1e-05",
        "1.50, 1.5",
        "1.0, 1",
        "9007199254740993, 9.007199254740992e+15",
        "123456.7890123456789, 123456.78901234568"
    })
    void numbersThatGoWritesInAnotherWayAreChanged(String number, String written) {
        assertThat(number).isNotEqualTo(written);
        assertThat(look(number)).isEqualTo(new Contents.Changed(Contents.Form.NUMBER));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "[1]", "\"text\"", "7", "{\"key\": \"v\"", "{\"key\": \"v\"} {}", "{'key': 'v'}"})
    void whatIsNoJsonObjectHasNoKeys(String value) {
        assertThat(ValueLooks.member(value, "key")).isEqualTo(new Contents.NotJson());
    }

    @Test
    void theLastOfTwoEqualKeysCounts() {
        assertThat(ValueLooks.member("{\"key\": 1000000, \"key\": \"v\"}", "key"))
                .isEqualTo(new Contents.Text(Contents.Look.MEANT));
    }

    @Test
    void onlyAKeyThatTheReferenceAllButNamesIsGivenAway() {
        assertThat(ValueLooks.member("{\"dbPassword\": \"v\", \"other\": \"v\"}", "DB_PASSWORD"))
                .isEqualTo(new Contents.WithoutKey("dbPassword"));
        assertThat(ValueLooks.member("{\"hunter2\": \"v\"}", "hunter")).isEqualTo(new Contents.WithoutKey(""));
    }

    @Test
    void aKeyWithADotIsAKeyOfTheFirstLevel() {
        assertThat(ValueLooks.member("{\"a\": {\"b\": \"v\"}}", "a.b")).isEqualTo(new Contents.WithoutKey(""));
        assertThat(ValueLooks.member("{\"a.b\": \"v\"}", "a.b")).isEqualTo(new Contents.Text(Contents.Look.MEANT));
    }

    @Test
    void noVerdictShowsAnythingOfTheValue() {
        assertThat(ValueLooks.of("hunter2-planted").toString()
                        + ValueLooks.member("hunter2-planted", "key")
                        + ValueLooks.member("{\"key\": \"hunter2-planted\"}", "key")
                        + ValueLooks.member("{\"key\": [\"hunter2-planted\"]}", "key"))
                .doesNotContain("hunter2");
    }

    private static Contents look(String number) {
        return ValueLooks.member("{\"key\": " + number + "}", "key");
    }
}
