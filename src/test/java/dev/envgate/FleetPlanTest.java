package dev.envgate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** Works out the plan for 100,000 services again, from the numbers in its page: {@code | `name` | what it is | `formula` or value | … |}. */
class FleetPlanTest {
    private static final Path PAGE = Path.of("docs/fleet.md");
    private static final Pattern GIVEN = Pattern.compile("\\| `([a-z_]+)` \\| [^|]+ \\| \\$?([0-9][0-9,.]*) \\| .*");
    private static final Pattern WORKED_OUT =
            Pattern.compile("\\| `([a-z_]+)` \\| [^|]+ \\| `([^`|]+)` \\| \\$?([0-9][0-9,.]*) \\|");
    private static final Pattern MEASURED = Pattern.compile("\\| 2,000 \\| ([^|]*\\|)+");

    private record Step(String name, String formula, String value) {}

    @Test
    void everyStepOfThePageIsWhatItsFormulaGives() throws IOException {
        Map<String, Double> numbers = new LinkedHashMap<>(given());
        List<Step> steps = steps();
        assertThat(numbers).hasSizeGreaterThan(10);
        assertThat(steps).hasSizeGreaterThan(10);
        SoftAssertions all = new SoftAssertions();
        for (Step step : steps) {
            double exact = Arithmetic.of(step.formula(), numbers);
            all.assertThat(step.value().replace(",", ""))
                    .as("%s = %s", step.name(), step.formula())
                    .isEqualTo(rounded(exact, step.value()));
            numbers.put(step.name(), exact);
        }
        all.assertAll();
    }

    @Test
    void theSentencesNameTheNumbersOfTheTables() throws IOException {
        Matcher sentence = Pattern.compile("\\*\\*([0-9,.]+) minutes and \\$([0-9.]+) a night\\*\\*")
                .matcher(Files.readString(PAGE));
        assertThat(sentence.find()).isTrue();
        assertThat(List.of(sentence.group(1), sentence.group(2))).containsExactly(value("minutes"), value("night"));
    }

    @Test
    void whatIsCalledMeasuredIsWhatThePageOfMeasurementsSays() throws IOException {
        String[] row = Files.readAllLines(Path.of("docs/performance.md")).stream()
                .filter(line -> MEASURED.matcher(line).matches())
                .findFirst()
                .orElseThrow()
                .replace(",", "")
                .split("\\|", -1);
        double services = Double.parseDouble(row[1].strip());
        double asked = Double.parseDouble(row[3].strip());
        double seconds = Double.parseDouble(row[7].strip());
        assertThat(given().get("requests")).isEqualTo(Double.parseDouble(rounded(asked / services, "0.0")));
        assertThat(given().get("speed")).isEqualTo(Double.parseDouble(rounded(asked / seconds, "0")));
    }

    @Test
    void arithmeticIsThatOfSchoolAndNamesWhatItDoesNotKnow() {
        assertThat(Arithmetic.of("1 + 2 * (3 - 1) / 4 - ceil(0.2)", Map.of())).isEqualTo(1);
        assertThat(Arithmetic.of("max(a, 2 * b)", Map.of("a", 3.0, "b", 2.0))).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Arithmetic.of("a * 2", Map.of()))
                .withMessage("nothing is called `a`");
        assertThatIllegalArgumentException().isThrownBy(() -> Arithmetic.of("2 2", Map.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> Arithmetic.of("2 ^ 2", Map.of()));
    }

    private static String rounded(double exact, String like) {
        int point = like.indexOf('.');
        return BigDecimal.valueOf(exact)
                .setScale(point < 0 ? 0 : like.length() - point - 1, RoundingMode.HALF_UP)
                .toPlainString();
    }

    private static String value(String name) throws IOException {
        return steps().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Map<String, Double> given() throws IOException {
        Map<String, Double> given = new LinkedHashMap<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = GIVEN.matcher(line);
            if (row.matches()) {
                given.put(row.group(1), Double.parseDouble(row.group(2).replace(",", "")));
            }
        }
        return given;
    }

    private static List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (String line : Files.readAllLines(PAGE)) {
            Matcher row = WORKED_OUT.matcher(line);
            if (row.matches()) {
                steps.add(new Step(row.group(1), row.group(2), row.group(3)));
            }
        }
        return steps;
    }
}
