package dev.envgate.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FindingTest {
    @Test
    void theFingerprintIsThirtyTwoHexadecimalDigitsThatNeverChange() {
        assertThat(finding("api", "TOKEN", 1).fingerprint())
                .matches("[0-9a-f]{32}")
                .isEqualTo("725abacf9e7a576abca84b1203a463f9");
    }

    @Test
    void aLineNumberDoesNotChangeTheFingerprint() {
        assertThat(finding("api", "TOKEN", 1).fingerprint())
                .isEqualTo(finding("api", "TOKEN", 99).fingerprint());
    }

    @Test
    void everyNamePartChangesTheFingerprintAlsoWhenTheLettersOnlyMove() {
        assertThat(finding("api", "TOKEN", 1).fingerprint())
                .isNotEqualTo(finding("apiT", "OKEN", 1).fingerprint())
                .isNotEqualTo(finding("ap", "iTOKEN", 1).fingerprint())
                .isNotEqualTo(finding("", "apiTOKEN", 1).fingerprint());
    }

    @Test
    void faultsOfTwoContractsAreToldApart() {
        assertThat(ofContract("api/.env.example").fingerprint())
                .isNotEqualTo(ofContract("web/.env.example").fingerprint())
                .isEqualTo(ofContract("api/.env.example").fingerprint());
    }

    @Test
    void whatSetsAFaultApartIsNeverTakenForAnotherPart() {
        Finding plain = finding("api", "TOKEN", 1);

        assertThat(List.of(
                        plain,
                        plain.apart("x"),
                        plain.in("x"),
                        plain.in("x").apart("x"),
                        plain.apart("xx"),
                        plain.ofNamesake("y"),
                        plain.ofNamesake("y").apart("x"),
                        plain.ofNamesake("y").apart("y")))
                .extracting(Finding::fingerprint)
                .doesNotHaveDuplicates();
    }

    private static Finding ofContract(String file) {
        return new Finding("env-syntax", Severity.ERROR, "", "", "", "A message.", "", Scene.place(file, 1));
    }

    private static Finding finding(String container, String name, int line) {
        return new Finding(
                "undeployed",
                Severity.ERROR,
                "shop-api",
                container,
                name,
                "A message " + line + ".",
                "",
                Scene.place("main.tf", line));
    }
}
