package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Standing;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Names that nothing in the repository reads but tests, Compose files, Dockerfiles and pipelines. That is said only of a repository that
 * holds the code of the service, which is seen by most of what it is given being read there; and not of a name that a library may read by
 * itself, that may be made while the program runs, or that a shell script reads, which may be what starts the container.
 */
final class Unread {
    private final ServiceLedger service;
    private final boolean known;

    Unread(ServiceLedger service) {
        this.service = service;
        this.known = service.code() instanceof Code.Searched searched && searched.complete() && holdsTheCode(service);
    }

    /** Half a sentence that can follow a semicolon. */
    Optional<String> why(Name name) {
        return known && service.code() instanceof Code.Searched searched && !mayBeRead(name, searched)
                ? Optional.of(told(name))
                : Optional.empty();
    }

    private static boolean mayBeRead(Name name, Code.Searched code) {
        return code.ofLibraries().contains(name)
                || code.computed().stream().anyMatch(read -> made(read, name))
                || code.reads(name).stream().anyMatch(Unread::counts);
    }

    /** Of a read that may be of any name at all the name has to come from somewhere, and nothing in the code is a part of it. */
    private static boolean made(ComputedRead read, Name name) {
        boolean open = read.prefix().isEmpty() && read.suffix().isEmpty();
        return read.reader() != Reader.TEST && !open && read.mayBe(name);
    }

    private static boolean counts(CodeRead read) {
        return switch (read.reader()) {
            case APPLICATION -> read.certainty() != CodeRead.Certainty.MENTIONED; // else a field that nothing takes up
            case BUILD, ELSEWHERE -> true;
            case TEST, DEPLOYMENT -> false;
            case TOOLING -> ofShell(read.file());
        };
    }

    private static boolean ofShell(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        return name.matches(".*\\.(?:sh|bash|zsh|ksh|tmpl|tpl|template|conf|cfg|ini|envsubst|xml|toml)|Procfile|[^.]*");
    }

    private String told(Name name) {
        return service.code().reads(name).stream()
                .filter(read -> read.reader() == Reader.TOOLING || read.reader() == Reader.DEPLOYMENT)
                .map(CodeRead::file)
                .findFirst()
                .map("nothing but `%s` and the like reads it"::formatted)
                .orElse("no code is seen to read it");
    }

    /** Whether most of what the service is given, or else of what is declared, is read by the application. */
    private static boolean holdsTheCode(ServiceLedger service) {
        Set<Name> given = names(service, row -> row.configured() instanceof Presence.Present);
        Set<Name> told = given.isEmpty() ? names(service, _ -> true) : given;
        long read = told.stream().filter(service.code()::readsInApplication).count();
        return read > 0 && 2 * read >= told.size();
    }

    private static Set<Name> names(ServiceLedger service, Predicate<Row> wanted) {
        List<Standing> passing = List.of(Standing.LOCAL, Standing.OPTIONAL);
        return service.containers().stream()
                .flatMap(container -> container.rows().stream())
                .filter(row -> row.declared() instanceof Presence.Present && wanted.test(row))
                .filter(row -> row.standing().filter(passing::contains).isEmpty())
                .map(Row::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
