package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.TaskDefinition;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Parts of a repository that are applications of their own and that a service does not run: another one goes by the name of each; or this
 * Terraform runs none of them, because none of its services goes by the name of one, or because the code in them reads nothing that it gives,
 * and code elsewhere does.
 */
final class OtherParts {
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
    private final Parts parts;
    private final Set<String> run;
    private final Set<String> homes;
    private final Optional<String> home;
    private final Set<String> others;

    private OtherParts(
            Code code, Parts parts, Set<String> run, Set<String> homes, Optional<String> home, Set<String> others) {
        this.code = code;
        this.parts = parts;
        this.run = run;
        this.homes = homes;
        this.home = home;
        this.others = others;
    }

    static OtherParts of(ServiceLedger service) {
        List<TaskDefinition> definitions = Stream.concat(service.definitions().stream(), service.others().stream())
                .toList();
        Stream<Name> given = definitions.stream()
                .map(TaskDefinition::containers)
                .flatMap(List::stream)
                .flatMap(container -> container.entries().stream())
                .map(Entry::name)
                .filter(name -> !COMMON.contains(name.text()))
                .distinct();
        Parts parts = Parts.of(service.code());
        return new OtherParts(
                service.code(),
                parts,
                given.flatMap(name -> service.code().applicationReads(name).stream())
                        .map(parts::of)
                        .collect(Collectors.toSet()),
                homes(definitions, parts),
                parts.home(service),
                service.others().stream()
                        .flatMap(definition -> parts.home(definition).stream())
                        .collect(Collectors.toSet()));
    }

    /** The parts that the task definitions are images of; none unless that is known of each. */
    private static Set<String> homes(List<TaskDefinition> definitions, Parts parts) {
        List<Optional<String>> found = definitions.stream().map(parts::home).toList();
        return found.stream().allMatch(Optional::isPresent)
                ? found.stream().flatMap(Optional::stream).collect(Collectors.toSet())
                : Set.of();
    }

    /** Half a sentence that can follow a semicolon, where all that declares a name lies in such a part, and nothing outside of it reads it. */
    Optional<String> declaring(Name name, List<Declaration> declarations) {
        Set<String> files =
                declarations.stream().map(each -> parts.of(each.file())).collect(Collectors.toSet());
        return files.size() == 1
                        && !files.contains("")
                        && searched()
                        && !homes.isEmpty()
                        && files.stream().noneMatch(this::isRun)
                        && code.reads(name).stream().map(parts::of).allMatch(files::contains)
                ? Optional.of("it is declared for `%s`, of which this Terraform runs nothing"
                        .formatted(files.iterator().next()))
                : Optional.empty();
    }

    /** Likewise, where all that declares a name stands under banners that name such parts, and nothing in the service's own part reads it. */
    Optional<String> entitled(Name name, List<Declaration> declarations) {
        List<Set<String>> named =
                declarations.stream().map(each -> parts.namedIn(each.section())).toList();
        boolean others = home.isPresent()
                && searched()
                && named.stream().noneMatch(Set::isEmpty)
                && named.stream().flatMap(Set::stream).noneMatch(part -> Parts.within(home.get(), part))
                && code.applicationReads(name).stream()
                        .map(parts::of)
                        .noneMatch(part -> Parts.within(home.get(), part));
        return others
                ? Optional.of("it is declared for `%s`, and this service is `%s`"
                        .formatted(
                                named.getFirst().stream().sorted().collect(Collectors.joining("` and `")), home.get()))
                : Optional.empty();
    }

    private boolean searched() {
        return code instanceof Code.Searched searched && searched.complete();
    }

    /** Whether nothing outside of some parts names it but tests and tools. */
    private boolean alone(Name name, Set<String> own) {
        return code.reads(name).stream()
                .filter(read -> switch (read.reader()) {
                    case TEST, TOOLING, DEPLOYMENT -> false;
                    case APPLICATION, BUILD, ELSEWHERE -> true;
                })
                .map(parts::of)
                .allMatch(own::contains);
    }

    /** Whether another service of this Terraform is a part, and this one is known to be none of it. */
    private boolean isAnothers(String part) {
        return home.isPresent()
                && !Parts.within(home.get(), part)
                && others.stream().anyMatch(other -> Parts.within(other, part) && !Parts.within(other, home.get()));
    }

    private boolean isRun(String part) {
        return homes.stream().anyMatch(home -> Parts.within(home, part));
    }

    /** Half a sentence that can follow a semicolon, where all that reads a name is in such a part. */
    Optional<String> reading(Name name) {
        List<CodeRead> reads = code.applicationReads(name);
        Set<String> where = reads.stream().map(parts::of).collect(Collectors.toSet());
        if (where.isEmpty() || where.contains("") || !searched() || !alone(name, where)) {
            return Optional.empty();
        }
        String shown = where.stream().sorted().map(part -> "`" + part + "`").collect(Collectors.joining(" and "));
        String verb = where.size() > 1 ? "read" : "reads";
        if (where.stream().allMatch(this::isAnothers)
                && (where.stream().allMatch(parts::built) || homes.containsAll(where))) {
            return Optional.of("only %s %s it, the code of %s of this Terraform"
                    .formatted(shown, verb, where.size() > 1 ? "other services" : "another service"));
        }
        if (!homes.isEmpty()
                && where.stream().allMatch(parts::built)
                && where.stream().noneMatch(this::isRun)) {
            return Optional.of("only %s %s it, of which this Terraform runs nothing".formatted(shown, verb));
        }
        return where.size() == 1 && !run.isEmpty() && !run.containsAll(where)
                ? Optional.of("only %s reads it, where nothing is read that Terraform gives".formatted(shown))
                : Optional.empty();
    }
}
