package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class NumeralTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0", "256", "5000", "999999999999999999", "-7", "1e3", "12345678901234567890", "0.5", "1e30"})
    void aNumberIsWrittenAsItsDecimalIs(String written) {
        BigDecimal exact = new BigDecimal(written);

        Numeral numeral = Numeral.of(exact);

        assertThat(numeral.text()).isEqualTo(Arithmetic.text(exact));
        assertThat(numeral.exact()).isEqualByComparingTo(exact);
        assertThat(numeral.negated().exact()).isEqualByComparingTo(exact.negate());
        assertThat(numeral.sameAs(Numeral.of(exact.multiply(BigDecimal.ONE)))).isTrue();
        assertThat(numeral.sameAs(Numeral.of(exact.add(BigDecimal.ONE)))).isFalse();
    }

    @Test
    void theSameNumberIsEqualHoweverItWasMade() {
        List<Numeral> thousand =
                List.of(Numeral.of(1000), Numeral.of(new BigDecimal("1000")), Numeral.of(new BigDecimal("1E+3")));

        assertThat(thousand).containsOnly(Numeral.of(1000));
        assertThat(thousand)
                .map(Numeral::hashCode)
                .containsOnly(Numeral.of(1000).hashCode());
        assertThat(thousand).map(Numeral::digits).containsOnly(4L);
        assertThat(Numeral.of(1000)).isNotEqualTo(Numeral.of(new BigDecimal("1E+30")));
    }

    @Test
    void whatIsNotWholeOrTooLongIsKeptAsItIs() {
        assertThat(Numeral.of(new BigDecimal("1.0")).isSmall()).isFalse();
        assertThat(Numeral.of(new BigDecimal("1234567890123456789")).isSmall()).isFalse();
        assertThat(Numeral.of(new BigDecimal("1.0")).sameAs(Numeral.of(1))).isTrue();
        assertThat(Numbers.numeral("x = 256", 4, 7))
                .hasValueSatisfying(each -> assertThat(each.isSmall()).isTrue());
    }

    @Test
    void itDoesNotShowItself() {
        assertThat(Numeral.of(4711)).hasToString("number");
        assertThat(Numeral.of(new BigDecimal("47.11"))).hasToString("number");
    }
}
