package dev.envgate.cli;

import dev.envgate.aws.Observation;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.Policy;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** With which code the program ends for what was seen of AWS, where Terraform has just what runs when everything is seen. */
public final class Ending {
    private Ending() {}

    /**
     * The code of a check without options.
     *
     * @param whole what runs, for each deployment of the observation; one in which nothing runs is left out
     * @param prefixes what the names of secrets and parameters begin with
     * @param beside what could not be looked at besides
     */
    public static int of(List<Deployment> whole, Observation seen, List<String> prefixes, List<NotVerified> beside) {
        List<Ledger> ledgers = new ArrayList<>();
        for (int i = 0; i < whole.size(); i++) {
            if (!whole.get(i).definitions().isEmpty()) {
                ledgers.add(facts(whole.get(i), seen.deployments().get(i), seen, prefixes)
                        .ledger(false, Conventions.NEUTRAL));
            }
        }
        Ledger ledger = Ledger.of(ledgers).with(beside);
        return ExitCode.of(new Policy(Severity.ERROR, false).judge(ledger).decision())
                .number();
    }

    private static Facts facts(Deployment whole, Deployment now, Observation seen, List<String> prefixes) {
        return new Facts(
                Target.ASKED,
                new Contract(List.of(".env.example"), List.of()),
                new Code.NotSearched("a test"),
                new Configuration("infra", whole.definitions(), List.of(), List.of()),
                new Selection(title(whole), true, "", whole.definitions(), List.of()),
                now,
                seen.stores(),
                seen.identity(),
                seen.notVerified(),
                List.of(),
                prefixes,
                Path.of("infra"));
    }

    private static String title(Deployment whole) {
        return whole instanceof Deployment.Running running
                ? running.service()
                : whole.definitions().getFirst().family().toString();
    }
}
