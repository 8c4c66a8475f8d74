package dev.envgate.rule;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reference to a secret of another partition, account or region than the service's. */
final class ForeignReference implements Rule {
    /** What the others have in common is taken for the service's own from this many on. */
    private static final int COMMON = 2;

    @Override
    public String id() {
        return "foreign-reference";
    }

    @Override
    public String summary() {
        return "A name refers to a secret or parameter of another partition, account or region than the service's.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(this::service);
    }

    private Stream<Finding> service(ServiceLedger service) {
        List<Arn> all = service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .flatMap(ForeignReference::arns)
                .toList();
        Home home = Home.of(service.identity(), all);
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .flatMap(each -> arns(each)
                        .flatMap(arn -> finding(each, home, arn).stream())
                        .limit(1));
    }

    private static Stream<Arn> arns(Subject each) {
        return each.given()
                .flatMap(given ->
                        given instanceof Given.Secret(Reference reference) ? arn(reference) : Stream.<Arn>empty());
    }

    private static Stream<Arn> arn(Reference reference) {
        return switch (reference.target()) {
            case Reference.Target.SecretArn(Arn arn) -> Stream.of(arn);
            case Reference.Target.ParameterArn(Arn arn) -> Stream.of(arn);
            case Reference.Target.SecretName _,
                    Reference.Target.ParameterName _,
                    Reference.Target.Unclear _,
                    Reference.Target.Malformed _ -> Stream.empty();
        };
    }

    /** Where the service is at home, as far as that is known; what is not known is empty. */
    private record Home(String partition, String account, String region) {
        static Home of(Identity identity, List<Arn> all) {
            return new Home(
                    identity.region().isEmpty() ? common(all, Arn::partition) : partition(identity.region()),
                    identity.account().isEmpty() ? common(all, Arn::account) : identity.account(),
                    identity.region().isEmpty() ? common(all, Arn::region) : identity.region());
        }

        private static String partition(String region) {
            return region.startsWith("cn-") ? "aws-cn" : region.startsWith("us-gov-") ? "aws-us-gov" : "";
        }

        /** What more than half of all references say. */
        private static String common(List<Arn> all, Function<Arn, String> part) {
            Map<String, Long> counts = all.stream()
                    .map(part)
                    .filter(each -> !each.isEmpty())
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
            return counts.entrySet().stream()
                    .filter(entry -> entry.getValue() >= COMMON && entry.getValue() * 2 > all.size())
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
        }
    }

    private Optional<Finding> finding(Subject each, Home home, Arn arn) {
        if (differ(home.partition(), arn.partition())) {
            return Optional.of(finding(each, Severity.ERROR, "partition", arn.partition(), home.partition()));
        }
        if (differ(home.account(), arn.account())) {
            return Optional.of(finding(each, Severity.WARNING, "account", arn.account(), home.account()));
        }
        return differ(home.region(), arn.region())
                ? Optional.of(finding(each, Severity.WARNING, "region", arn.region(), home.region()))
                : Optional.empty();
    }

    private static boolean differ(String own, String other) {
        return !own.isEmpty() && !other.isEmpty() && !own.equals(other);
    }

    private Finding finding(Subject each, Severity severity, String what, String other, String own) {
        boolean asked = !each.service().identity().region().isEmpty();
        return each.finding(
                this,
                severity,
                "It refers to the %s `%s`, and %s `%s`."
                        .formatted(what, other, asked ? "the service runs in" : "the other references are in", own),
                severity == Severity.ERROR
                        ? "refer to a secret of `%s`: nothing reaches over to another partition.".formatted(own)
                        : "refer to a secret of `%s`, or see that the execution role may read the other one%s."
                                .formatted(
                                        own, what.equals("account") ? ", and that a key of its own encrypts it" : ""));
    }
}
