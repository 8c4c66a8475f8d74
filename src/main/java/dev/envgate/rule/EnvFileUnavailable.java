package dev.envgate.rule;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Symbolic;
import java.util.stream.Stream;

/** An environment file that ECS does not fetch. */
final class EnvFileUnavailable implements Rule {
    private static final int MOST = 10;

    @Override
    public String id() {
        return "env-file-unavailable";
    }

    @Override
    public String summary() {
        return "A file in `environmentFiles` is none that ECS fetches, so the container cannot start.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> Stream.of(written(service), missing(service), refused(service))
                        .flatMap(each -> each));
    }

    /** What the files themselves say. */
    private Stream<Finding> written(ServiceLedger service) {
        return service.definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> Stream.concat(tooMany(service, container), misnamed(service, container)));
    }

    /** What S3 says. */
    private Stream<Finding> missing(ServiceLedger service) {
        return service.containers().stream()
                .flatMap(container -> container.files().stream()
                        .flatMap(file -> file.content() instanceof EnvFile.Missing(String what)
                                ? Stream.of(new Finding(
                                                id(),
                                                Severity.ERROR,
                                                service.service(),
                                                container.container(),
                                                "",
                                                "%s `%s` does not exist, so the container cannot start."
                                                        .formatted(what, file.file()),
                                                "upload the file, or take it out of `environmentFiles`.",
                                                file.place())
                                        .apart(file.file()))
                                : Stream.of()));
    }

    /** What IAM says. */
    private Stream<Finding> refused(ServiceLedger service) {
        return service.containers().stream()
                .flatMap(container -> container.files().stream()
                        .flatMap(file -> file.access() instanceof Access.Denied denied
                                ? Stream.of(new Finding(
                                                id(),
                                                Severity.ERROR,
                                                service.service(),
                                                container.container(),
                                                "",
                                                RefusedByAws.message(
                                                        file.role(),
                                                        "the environment file `" + file.file() + "`",
                                                        denied),
                                                RefusedByAws.hint(file.role(), denied),
                                                file.place())
                                        .apart(file.file()))
                                : Stream.of()));
    }

    private Stream<Finding> tooMany(ServiceLedger service, ContainerDefinition container) {
        int count = container.environmentFiles().size();
        return count <= MOST
                ? Stream.empty()
                : Stream.of(finding(
                        service,
                        container,
                        "It has %d `environmentFiles`, and ECS takes %d at most.".formatted(count, MOST),
                        "put the names of several files into one."));
    }

    private Stream<Finding> misnamed(ServiceLedger service, ContainerDefinition container) {
        return container.environmentFiles().stream()
                .map(EnvironmentFile::arn)
                .filter(file -> known(file) && !file.toString().endsWith(".env"))
                .map(file -> finding(
                                service,
                                container,
                                "Its environment file `%s` does not end with `.env`, and ECS fetches no other."
                                        .formatted(file),
                                "give the object a key that ends with `.env`.")
                        .apart(file.toString()));
    }

    /** Whether the end of it is known: what stands before that does not matter. */
    private static boolean known(Symbolic file) {
        return !file.parts().isEmpty() && file.parts().getLast() instanceof Symbolic.Part.Known;
    }

    private Finding finding(ServiceLedger service, ContainerDefinition container, String message, String hint) {
        return new Finding(
                id(),
                Severity.ERROR,
                service.service(),
                container.name().toString(),
                "",
                message,
                hint,
                container.place());
    }
}
