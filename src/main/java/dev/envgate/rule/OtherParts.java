package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a repository that are applications of their own and that this Terraform does not run: the code in them reads nothing that it
 * gives, and code elsewhere does.
 */
final class OtherParts {
    /** Directories of which each one below is an application; what is in {@code packages} belongs to several. */
    private static final Set<String> APPLICATIONS = Set.of("apps", "applications", "projects", "services");

    private static final Set<String> FRONT_ENDS =
            Set.of("client", "desktop", "frontend", "front-end", "mobile", "site", "ui", "web", "webapp", "website");

    /** Names that any application has. */
    private static final Set<String> COMMON = Set.of(
            "APP_ENV",
            "AWS_DEFAULT_REGION",
            "AWS_REGION",
            "DEBUG",
            "ENV",
            "ENVIRONMENT",
            "HOST",
            "HOSTNAME",
            "LOG_LEVEL",
            "NODE_ENV",
            "PORT",
            "TZ");

    private final Code code;
    private final Set<String> run;

    private OtherParts(Code code, Set<String> run) {
        this.code = code;
        this.run = run;
    }

    static OtherParts of(ServiceLedger service) {
        Stream<Name> given = Stream.concat(service.definitions().stream(), service.others().stream())
                .map(TaskDefinition::containers)
                .flatMap(List::stream)
                .flatMap(container -> container.entries().stream())
                .map(Entry::name)
                .filter(name -> !COMMON.contains(name.text()))
                .distinct();
        return new OtherParts(
                service.code(),
                given.flatMap(name -> reads(service.code(), name))
                        .map(OtherParts::part)
                        .collect(Collectors.toSet()));
    }

    /** Half a sentence that can follow a semicolon, where all that reads a name is in such a part. */
    Optional<String> reading(Name name) {
        Set<String> parts = reads(code, name).map(OtherParts::part).collect(Collectors.toSet());
        return parts.size() == 1 && !run.isEmpty() && !run.containsAll(parts)
                ? parts.stream()
                        .filter(part -> !part.isEmpty())
                        .map("only `%s` reads it, where nothing is read that Terraform gives"::formatted)
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<CodeRead> reads(Code code, Name name) {
        return code.reads(name).stream()
                .filter(read -> read.reader() == Reader.APPLICATION)
                .filter(read -> read.certainty() != CodeRead.Certainty.MENTIONED);
    }

    /** {@code apps/web} of {@code apps/web/lib/session.ts}; empty for what belongs to the repository as a whole. */
    private static String part(CodeRead read) {
        List<String> path = List.of(read.file().split("/", -1));
        if (path.size() > 2 && APPLICATIONS.contains(path.getFirst())) {
            return path.getFirst() + "/" + path.get(1);
        }
        return path.size() > 1 && FRONT_ENDS.contains(path.getFirst()) ? path.getFirst() : "";
    }
}
