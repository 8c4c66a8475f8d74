package dev.envgate.rule;

import dev.envgate.ledger.ContainerFile;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A line of an environment file that ECS reads otherwise than it looks: such a file is no dotenv. */
final class EnvFileSyntax implements Rule {
    @Override
    public String id() {
        return "env-file-syntax";
    }

    @Override
    public String summary() {
        return "A line of an environment file is written for dotenv, and ECS reads it otherwise than it looks.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return ledger.services().stream()
                .flatMap(service -> service.containers().stream()
                        .flatMap(container ->
                                container.files().stream().flatMap(file -> judge(service, container, file))));
    }

    private Stream<Finding> judge(ServiceLedger service, ContainerLedger container, ContainerFile file) {
        List<EnvFile.Oddity> oddities = oddities(file.content());
        return IntStream.range(0, oddities.size())
                .mapToObj(
                        i -> finding(service, container, file, oddities.get(i)).apart(apart(file, oddities, i)));
    }

    private static List<EnvFile.Oddity> oddities(EnvFile content) {
        return switch (content) {
            case EnvFile.Read read -> read.oddities();
            case EnvFile.Written written -> written.read().oddities();
            case EnvFile.Missing _, EnvFile.NotSeen _, EnvFile.NotAsked _ -> List.of();
        };
    }

    /** Oddities of one name, or of none, are told apart by their number among these, which stays the same when other lines come and go. */
    private static String apart(ContainerFile file, List<EnvFile.Oddity> oddities, int index) {
        long before = oddities.subList(0, index).stream()
                .filter(each -> each.name().equals(oddities.get(index).name()))
                .count();
        return file.file() + " " + before;
    }

    private Finding finding(
            ServiceLedger service, ContainerLedger container, ContainerFile file, EnvFile.Oddity oddity) {
        return new Finding(
                id(),
                oddity.lost() ? Severity.ERROR : Severity.WARNING,
                service.service(),
                container.container(),
                oddity.name(),
                "Line %d of `%s` %s."
                        .formatted(
                                oddity.line(),
                                file.content() instanceof EnvFile.Written written ? written.block() : file.file(),
                                oddity.why()),
                "write it as `NAME=value`, with nothing around either; comments have `#` as the very first character.",
                file.content() instanceof EnvFile.Written written ? written.line(oddity.line()) : file.place());
    }
}
