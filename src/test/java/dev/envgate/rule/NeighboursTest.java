package dev.envgate.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Scene;
import dev.envgate.ledger.ServiceLedger;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What several rules want to know of a service. */
class NeighboursTest {
    @Test
    void isFoundOutOnceForEachServiceWhileALedgerIsJudged() {
        ServiceLedger one = service();
        ServiceLedger alike = service();

        List<Neighbours> asked =
                Neighbours.during(() -> List.of(Neighbours.of(one), Neighbours.of(one), Neighbours.of(alike)));

        assertThat(asked.get(1)).isSameAs(asked.getFirst());
        assertThat(asked.get(2)).isNotSameAs(asked.getFirst());
    }

    @Test
    void isForgottenAfterIt() {
        ServiceLedger service = service();
        Neighbours before = Neighbours.during(() -> Neighbours.of(service));

        assertThat(Neighbours.during(() -> Neighbours.of(service))).isNotSameAs(before);
        assertThat(Neighbours.of(service)).isNotSameAs(Neighbours.of(service));
    }

    private static ServiceLedger service() {
        return new Scene()
                .declareSecret("API_KEY")
                .configure("api")
                .ledger()
                .services()
                .getFirst();
    }
}
