package dev.envgate.rule;

import dev.envgate.ledger.Arn;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Shape;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that is not as the team has agreed that names are. */
final class NamingConvention implements Rule {
    private static final String SUFFIX = "-[A-Za-z0-9]{6}$";

    @Override
    public String id() {
        return "naming-convention";
    }

    @Override
    public String summary() {
        return "A name, or that of a secret, is not as `conventions` of the configuration wants it.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream().flatMap(service -> service(service, ledger.conventions()));
    }

    private Stream<Finding> service(ServiceLedger service, Conventions conventions) {
        return service.containers().stream()
                .filter(container -> ofTheApplication(service, container))
                .flatMap(container -> Subject.of(service, container))
                .flatMap(each -> Stream.of(name(each, conventions.names()), stored(each, conventions.stored()))
                        .flatMap(Optional::stream)
                        .limit(1));
    }

    /** What a sidecar is called, and what its names are, others have decided. */
    private static boolean ofTheApplication(ServiceLedger service, ContainerLedger container) {
        return service.containers().size() == 1
                || Subject.of(service, container).anyMatch(Subject::declared);
    }

    private Optional<Finding> name(Subject each, List<Shape> shapes) {
        String name = each.row().name().text();
        boolean own = !ForeignNames.ofPlatform(name) && (each.declared() || each.certain());
        return own && unfit(name, shapes)
                ? Optional.of(each.finding(
                        this,
                        Severity.WARNING,
                        "The team's names look like %s, and this one does not.".formatted(told(shapes)),
                        "rename it wherever it is declared, read and given, or take `%s` into `conventions.names`."
                                .formatted(name)))
                : Optional.empty();
    }

    private Optional<Finding> stored(Subject each, List<Shape> shapes) {
        return each.given()
                .flatMap(given -> given instanceof Given.Secret(Reference reference)
                        ? names(reference.target())
                        : Stream.<String>empty())
                .filter(name -> unfit(name, shapes) && unfit(name.replaceFirst(SUFFIX, ""), shapes))
                .findFirst()
                .map(name -> each.finding(
                        this,
                        Severity.WARNING,
                        "It refers to `%s`, and the team's secrets and parameters are called like %s."
                                .formatted(name, told(shapes)),
                        "refer to one that is called so, or take `%s` into `conventions.secrets`.".formatted(name)));
    }

    /** What it is called in its store; nothing where that is not known to the last letter. */
    private static Stream<String> names(Reference.Target target) {
        String name = switch (target) {
            case Reference.Target.SecretArn(Arn arn) -> after(arn, "secret:");
            case Reference.Target.SecretName(String written, String _) -> written;
            case Reference.Target.ParameterArn(Arn arn) -> after(arn, "parameter");
            case Reference.Target.ParameterName(String written, String _) -> written;
            case Reference.Target.Unclear _, Reference.Target.Malformed _ -> "";
        };
        return name.isEmpty() || name.contains("${") ? Stream.of() : Stream.of(name);
    }

    private static String after(Arn arn, String word) {
        return arn.resource().startsWith(word) ? arn.resource().substring(word.length()) : "";
    }

    private static boolean unfit(String name, List<Shape> shapes) {
        return !shapes.isEmpty() && shapes.stream().noneMatch(shape -> shape.fits(name));
    }

    private static String told(List<Shape> shapes) {
        return shapes.stream().map(shape -> "`" + shape + "`").collect(Collectors.joining(" or "));
    }
}
