package dev.envgate.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said of the services of a unit that is not open as a whole. */
class EntryTest {
    private static final Service WEB = service("web");
    private static final Service JOBS = service("jobs");

    @Test
    void whatIsShutForNobodyInParticularIsOpenForNobody() {
        assertThat(decisions(Verdict.Decision.UNVERIFIED, List.of(), List.of()))
                .containsOnly(Verdict.Decision.UNVERIFIED);
        assertThat(decisions(Verdict.Decision.FAIL, List.of(fault("")), List.of()))
                .containsOnly(Verdict.Decision.FAIL);
    }

    @Test
    void whatIsShutForOneIsOpenForTheOther() {
        assertThat(decisions(Verdict.Decision.FAIL, List.of(fault("web")), List.of()))
                .containsExactly(Verdict.Decision.FAIL, Verdict.Decision.PASS);
        assertThat(decisions(Verdict.Decision.UNVERIFIED, List.of(), List.of(unseen("jobs: KEY"))))
                .containsExactly(Verdict.Decision.PASS, Verdict.Decision.UNVERIFIED);
    }

    /** With {@code --require-verified} a name that nobody knows of keeps its service shut, also where nothing is listed for it. */
    @Test
    void aServiceWithNamesThatNobodyKnowsIsNotOpenWhateverTheOthersAre() {
        Service held = service("jobs", "", true);
        assertThat(decisions(Verdict.Decision.UNVERIFIED, List.of(WEB, held), List.of(), List.of(unseen("web: KEY"))))
                .containsExactly(Verdict.Decision.UNVERIFIED, Verdict.Decision.UNVERIFIED);
        assertThat(decisions(Verdict.Decision.FAIL, List.of(WEB, held), List.of(fault("web")), List.of()))
                .containsExactly(Verdict.Decision.FAIL, Verdict.Decision.UNVERIFIED);
        assertThat(decisions(Verdict.Decision.UNVERIFIED, List.of(WEB, held), List.of(), List.of()))
                .containsExactly(Verdict.Decision.PASS, Verdict.Decision.UNVERIFIED);
    }

    @Test
    void aFaultIsOfTheOneOfTwoServicesOfItsNameThatItWasFoundAt() {
        List<Service> both = List.of(service("web", "east", false), service("web", "west", false));
        assertThat(decisions(Verdict.Decision.FAIL, both, List.of(fault("web", "west")), List.of()))
                .containsExactly(Verdict.Decision.PASS, Verdict.Decision.FAIL);
        assertThat(decisions(Verdict.Decision.FAIL, both, List.of(fault("web", "north")), List.of()))
                .as("of neither, so of nobody in particular")
                .containsOnly(Verdict.Decision.FAIL);
    }

    /** What tells services of one name apart goes with the second of them, and the fault may still be there. */
    @Test
    void aFaultOfAServiceThatIsNotToldApartAnyMoreIsNotHealed() {
        assertThat(healed(List.of(service("web", "west", false)))).isEmpty();
    }

    /** Neither of two services of one name is known to be healed while one of them could not be seen. */
    @Test
    void aFaultIsNotHealedWhileAServiceOfItsNameIsInDoubt() {
        Service doubtful = new Service(
                "web",
                "",
                "",
                "west",
                "123456789012",
                "us-east-1",
                "running",
                "web:1",
                Stations.NONE,
                false,
                List.of("web KEY"));
        assertThat(healed(List.of(WEB))).hasSize(1);
        assertThat(healed(List.of(WEB, doubtful))).isEmpty();
    }

    private static List<Trend.Known> healed(List<Service> services) {
        Trend.Known before = new Trend.Known(
                "envgate.yml",
                "0123456789abcdef0123456789abcdef",
                "undeployed",
                "error",
                "web",
                "",
                "",
                "web",
                "KEY",
                "It does not run.",
                false);
        return Trend.since(List.of(before), new Fleet(List.of(entry(services)), List.of()))
                .healed();
    }

    private static List<Verdict.Decision> decisions(Verdict.Decision whole, List<Fault> faults, List<Unseen> unseen) {
        return decisions(whole, List.of(WEB, JOBS), faults, unseen);
    }

    private static List<Verdict.Decision> decisions(
            Verdict.Decision whole, List<Service> services, List<Fault> faults, List<Unseen> unseen) {
        Entry entry =
                new Entry(new Unit.Configured("envgate.yml"), whole, services, faults, unseen, List.of(), 0, 0, 0);
        return entry.services().stream().map(entry::decision).toList();
    }

    private static Entry entry(List<Service> services) {
        return new Entry(
                new Unit.Configured("envgate.yml"),
                Verdict.Decision.PASS,
                services,
                List.of(),
                List.of(),
                List.of(),
                0,
                0,
                0);
    }

    private static Service service(String name) {
        return service(name, "", false);
    }

    private static Service service(String name, String namesake, boolean held) {
        return new Service(
                name,
                "",
                namesake,
                "shop",
                "123456789012",
                "us-east-1",
                "running",
                name + ":1",
                Stations.NONE,
                held,
                List.of());
    }

    private static Fault fault(String service) {
        return fault(service, "");
    }

    private static Fault fault(String service, String namesake) {
        return new Fault(
                "undeployed",
                Severity.ERROR,
                service,
                "",
                namesake,
                service,
                "KEY",
                "It does not run.",
                "deploy it.",
                "main.tf",
                1,
                1,
                "0123456789abcdef0123456789abcdef",
                true);
    }

    private static Unseen unseen(String what) {
        return new Unseen(Station.STORED, what, "It was denied.", "allow it.", NotVerified.Cause.FAILED, true);
    }
}
