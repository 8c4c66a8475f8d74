package dev.envgate.policy;

import static dev.envgate.ledger.Scene.plain;
import static dev.envgate.ledger.Scene.secret;
import static dev.envgate.ledger.Scene.when;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.Scene;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Stored;
import dev.envgate.policy.Verdict.Decision;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing unknown is lost between the facts and the verdict, whatever the facts are. */
class UnknownTest {
    /** What one station can tell of a name. */
    enum Tells {
        YES,
        NO,
        GAP,
        CONDITION,
        FILE,
        SEVERAL
    }

    /** What can be told of what runs. */
    enum Live {
        YES,
        NO,
        GAP,
        FILE,
        NOT_ASKED,
        NOT_SEEN,
        MISSING
    }

    record Facts(boolean contract, boolean declared, Tells configured, Stored stored, Live live) {
        Ledger ledger() {
            Scene scene = new Scene().everywhere(stored);
            if (!contract) {
                scene.noContract();
            }
            if (declared) {
                scene.declareSecret("TOKEN");
            }
            configure(scene);
            run(scene);
            return scene.ledger();
        }

        private void configure(Scene scene) {
            scene.configure("api", plain("OTHER", "1"));
            switch (configured) {
                case YES -> scene.configure("api", secret("TOKEN"));
                case NO -> {}
                case GAP -> scene.configuredGap("api", "`var.more` has no default");
                case CONDITION -> scene.configure("api", when("var.enable", secret("TOKEN")));
                case FILE -> scene.configuredFile("api", "arn:aws:s3:::bucket/app.env");
                case SEVERAL -> scene.or(new Scene().configure("api", plain("OTHER", "1"), secret("TOKEN")));
            }
        }

        private void run(Scene scene) {
            scene.run("api", plain("OTHER", "1"));
            switch (live) {
                case YES -> scene.run("api", secret("TOKEN"));
                case NO -> {}
                case GAP -> scene.runningGap("api", "the answer was cut off");
                case FILE -> scene.runningFile("api", "arn:aws:s3:::bucket/app.env");
                case NOT_ASKED -> scene.instead(new Deployment.NotAsked("AWS was not asked."));
                case NOT_SEEN -> scene.instead(new Deployment.NotSeen("Access was denied.", "allow it."));
                case MISSING -> scene.instead(new Deployment.Missing(Scene.SERVICE, "shop"));
            }
        }
    }

    static List<Facts> facts() {
        List<Facts> all = new ArrayList<>();
        List<Stored> stores = List.of(
                new Stored.Exists("id"),
                new Stored.Missing(),
                new Stored.NotAsked("AWS was not asked."),
                new Stored.NotSeen("Access was denied.", "allow it."));
        for (boolean contract : new boolean[] {true, false}) {
            for (boolean declared : new boolean[] {true, false}) {
                for (Tells configured : Tells.values()) {
                    for (Stored stored : stores) {
                        for (Live live : Live.values()) {
                            all.add(new Facts(contract, declared, configured, stored, live));
                        }
                    }
                }
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("facts")
    void whatARowDoesNotKnowIsListedAndKeepsTheGateShutWhenAskedTo(Facts facts) {
        Ledger ledger = facts.ledger();

        if (stations(ledger).anyMatch(UnknownTest::doubtful)) {
            assertThat(ledger.notVerified()).isNotEmpty();
            assertThat(new Policy(Severity.ERROR, true).judge(ledger).decision())
                    .isNotEqualTo(Decision.PASS);
        }
        assertThat(ledger.notVerified()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void anAnswerThatFailedToComeIsNeverAPass(Facts facts) {
        Ledger ledger = facts.ledger();
        boolean storeFailed =
                rows(ledger).anyMatch(row -> row.storedStates().stream().anyMatch(Stored.NotSeen.class::isInstance));

        if (facts.live() == Live.NOT_SEEN || storeFailed) {
            assertThat(new Policy(Severity.ERROR, false).judge(ledger).decision())
                    .isNotEqualTo(Decision.PASS);
        }
    }

    @ParameterizedTest
    @MethodSource("facts")
    void nobodyIsAlarmedThatTheNameDoesNotRunUnlessThatIsCertain(Facts facts) {
        boolean certain = facts.configured() == Tells.YES && (facts.live() == Live.NO || facts.live() == Live.MISSING);

        if (!certain && facts.live() != Live.MISSING) {
            assertThat(new Policy(Severity.ERROR, false).judge(facts.ledger()).findings())
                    .noneMatch(each -> each.rule().equals("undeployed"));
        }
    }

    private static Stream<Row> rows(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream());
    }

    private static Stream<Presence> stations(Ledger ledger) {
        return rows(ledger).flatMap(row -> Stream.of(row.declared(), row.configured(), row.stored(), row.deployed()));
    }

    private static boolean doubtful(Presence presence) {
        return presence instanceof Presence.Unknown || presence instanceof Presence.Conditional;
    }
}
