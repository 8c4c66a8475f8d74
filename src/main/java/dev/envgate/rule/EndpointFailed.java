package dev.envgate.rule;

import dev.envgate.ledger.Endpoint;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Probe;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** An endpoint that does not answer as it is to, after a deploy. */
final class EndpointFailed implements Rule {
    @Override
    public String id() {
        return "endpoint-failed";
    }

    @Override
    public String summary() {
        return "An endpoint that `envgate smoke` calls does not answer as the configuration says.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.probes().stream()
                        .flatMap(probe -> fault(probe).stream().map(fault -> finding(service, probe, fault))));
    }

    private static Optional<String> fault(Probe probe) {
        Endpoint endpoint = probe.endpoint();
        return switch (probe.outcome()) {
            case Probe.Outcome.Answered answered -> answered(endpoint, answered);
            case Probe.Outcome.Elsewhere(int status, String host) ->
                Optional.of("answers %d and leads to `%s`, a host that the configuration does not name"
                        .formatted(status, host));
            case Probe.Outcome.Broken(String why) -> Optional.of("does not answer, because " + why);
            case Probe.Outcome.NotCalled _ -> Optional.empty();
        };
    }

    private static Optional<String> answered(Endpoint endpoint, Probe.Outcome.Answered answered) {
        if (!endpoint.expects(answered.status())) {
            return Optional.of("answers %d".formatted(answered.status()));
        }
        List<String> wrong =
                endpoint.omits().stream().filter(answered.found()::contains).toList();
        if (!wrong.isEmpty()) {
            return Optional.of("answers %d with `%s` in it".formatted(answered.status(), wrong.getFirst()));
        }
        return endpoint.contains().stream()
                .filter(text -> !answered.found().contains(text))
                .findFirst()
                .map(text -> "answers %d without `%s`%s"
                        .formatted(answered.status(), text, answered.whole() ? "" : " in its first megabyte"));
    }

    private Finding finding(ServiceLedger service, Probe probe, String fault) {
        Endpoint endpoint = probe.endpoint();
        return new Finding(
                        id(),
                        Severity.ERROR,
                        service.service(),
                        "",
                        "",
                        "`%s` %s%s."
                                .formatted(
                                        endpoint.shown(),
                                        fault,
                                        probe.tries() > 1 ? ", %d times".formatted(probe.tries()) : ""),
                        "look at the logs of the service; `envgate check` says which of its variables are missing.",
                        endpoint.place())
                .apart(endpoint.shown());
    }
}
