package dev.envgate.rule;

import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Example;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A name that is declared and that Terraform gives to no container. */
final class NotConfigured implements Rule {
    private static final int OTHERS_SHOWN = 3;

    @Override
    public String id() {
        return "not-configured";
    }

    @Override
    public String summary() {
        return "A name is declared, and Terraform gives it to no container.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        SharedContract shared = new SharedContract(ledger);
        return ledger.services().stream().flatMap(service -> service(service, shared));
    }

    private Stream<Finding> service(ServiceLedger service, SharedContract shared) {
        Map<Name, List<Other>> others = others(service);
        Neighbours neighbours = Neighbours.of(service);
        return service.containers().stream()
                .flatMap(container -> Subject.of(service, container))
                .filter(each -> each.declared() && each.notConfigured() && !each.deployed() && !each.refused())
                .filter(each -> neighbours.holders(each).isEmpty() && !spared(each, neighbours))
                .flatMap(each -> neighbours.promise().standing(each).stream()
                        .flatMap(standing -> finding(
                                each,
                                standing,
                                neighbours,
                                shared,
                                others.getOrDefault(each.row().name(), List.of()))));
    }

    /** One of several names is enough, and it is there or may be there; or another one speaks for all of them. */
    private static boolean spared(Subject each, Neighbours neighbours) {
        return !neighbours.enough(each.row().name(), NotConfigured::mayBeThere).isEmpty() || neighbours.spokenFor(each);
    }

    private static boolean mayBeThere(Row row) {
        return !(row.configured() instanceof Presence.Absent) || row.deployed() instanceof Presence.Present;
    }

    /** A container of another service that has a name. */
    private record Other(Symbolic family, Symbolic container) {}

    private static Map<Name, List<Other>> others(ServiceLedger service) {
        Map<Name, List<Other>> others = new HashMap<>();
        for (TaskDefinition definition : service.others()) {
            for (ContainerDefinition container : definition.containers()) {
                Other other = new Other(definition.family(), container.name());
                container
                        .entries()
                        .forEach(entry -> others.computeIfAbsent(entry.name(), _ -> new ArrayList<>())
                                .add(other));
            }
        }
        return others;
    }

    private Stream<Finding> finding(
            Subject each, Standing standing, Neighbours neighbours, SharedContract shared, List<Other> others) {
        List<String> families = families(each, others);
        List<Name> standIns = neighbours.standIns(each);
        boolean asked = standing == Standing.REQUIRED && !byWords(each);
        Optional<SharedContract.Answering> answering = shared.elsewhere(each);
        return Loudness.nowhere(standing).stream().map(nowhere -> {
            boolean own = neighbours.promise().isReadAddress(each);
            boolean spared = (hasDefault(each, standing) && !own)
                    || neighbours.dispensable(each).isPresent();
            Severity severity = spared ? Loudness.milder(nowhere) : nowhere;
            List<Name> taken = neighbours.taken(each.row().name(), NotConfigured::mayBeThere);
            if (!asked && !taken.isEmpty()) {
                return inCode(each, "the code takes %s in its place".formatted(ticked(taken)));
            }
            Optional<Name> speaking = neighbours.spokenForInCode(each);
            if (!asked && speaking.isPresent()) {
                return inCode(each, "the code takes `%s` in its place, which is missing too".formatted(speaking.get()));
            }
            if (!asked && each.service().code().readsInTestsOnly(each.row().name())) {
                return ofTests(each, severity);
            }
            if (answering.isPresent() && (families.isEmpty() || !asked)) {
                return charged(each, answering.get());
            }
            if (!families.isEmpty() && !asked) {
                return elsewhere(each, Loudness.milder(severity), families);
            }
            return standIns.isEmpty()
                    ? nowhere(each, severity, neighbours)
                    : inParts(each, asked ? severity : Loudness.milder(severity), standIns);
        });
    }

    /**
     * The families that have the name, where several services share a contract. One whose container has the same name is the same
     * application for another environment, and says nothing of what this one needs.
     */
    private static List<String> families(Subject each, List<Other> others) {
        return others.stream()
                .filter(other -> other.container().matches(each.container().container()) == Agreement.DIFFERENT)
                .map(other -> "`" + other.family() + "`")
                .distinct()
                .sorted()
                .toList();
    }

    private Finding elsewhere(Subject each, Severity severity, List<String> others) {
        return each.finding(
                this,
                severity,
                "It is declared, but Terraform gives it to no container of `%s`, only to those of %s."
                        .formatted(each.service().service(), listed(others)),
                "when `%s` needs it too, add it to `%s` of the container `%s` in Terraform; else say `@service` where it is declared."
                        .formatted(
                                each.service().service(),
                                list(each),
                                each.container().container()));
    }

    private static String listed(List<String> others) {
        String shown = String.join(", ", others.subList(0, Math.min(OTHERS_SHOWN, others.size())));
        return others.size() > OTHERS_SHOWN ? shown + " and " + (others.size() - OTHERS_SHOWN) + " more" : shown;
    }

    private Finding ofTests(Subject each, Severity severity) {
        return each.finding(
                this,
                each.service().code().mayRead(each.row().name()) ? Loudness.milder(severity) : Severity.NOTE,
                "It is declared, but Terraform gives it to no container; the code reads it in tests only.",
                "say `@local` where it is declared.");
    }

    /** What another name does as well, by the places where the code reads it. */
    private Finding inCode(Subject each, String because) {
        return each.finding(
                this,
                Severity.NOTE,
                "It is declared, but Terraform gives it to no container; %s.".formatted(because),
                "when it is needed all the same, say `@required` where it is declared.");
    }

    private static String ticked(List<Name> names) {
        return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" or "));
    }

    /** No service that shares the contract has the name, or only the one that answers for it has. */
    private Finding charged(Subject each, SharedContract.Answering answering) {
        return each.finding(
                this,
                Severity.NOTE,
                "It is declared, but Terraform gives it to no container of `%s`; `%s`, %s, answers for it."
                        .formatted(each.service().service(), answering.service().service(), answering.because()),
                "when `%s` needs it, say `@service %s` where it is declared."
                        .formatted(each.service().service(), each.service().service()));
    }

    /** The container has what it is made of, or what holds it. */
    private Finding inParts(Subject each, Severity severity, List<Name> standIns) {
        String named = standIns.stream().map(name -> "`" + name + "`").collect(Collectors.joining(" and "));
        return each.finding(
                this,
                severity,
                "It is declared, but Terraform gives it to no container; by their names, %s may stand in for it."
                        .formatted(named),
                "when the application makes do with %s, say `@any-of %s` where it is declared; else add it to `%s` of the container `%s` in Terraform."
                        .formatted(
                                standIns.size() == 1 ? "it" : "them",
                                standIns.getFirst(),
                                list(each),
                                each.container().container()));
    }

    private Finding nowhere(Subject each, Severity severity, Neighbours neighbours) {
        NextStep next = new NextStep(each.service());
        String live =
                each.notDeployed() && next.runs() ? ", and %s does not have it either".formatted(next.live()) : "";
        List<Name> besides = neighbours.alternatives().besides(each.row().name());
        Optional<String> off = neighbours.switchedOff(each.row().name());
        String add = off.isPresent()
                ? "when the deploy sets that variable, say so with `--var` or `--var-file`; else give it another default%s."
                        .formatted(orElse(each))
                : "add it to `%s` of the container `%s` in Terraform%s%s."
                        .formatted(list(each), each.container().container(), orElse(each), byDefault(each));
        return each.finding(
                this,
                severity,
                besides.isEmpty()
                        ? "It is declared, but Terraform gives it to no container%s%s."
                                .formatted(
                                        live,
                                        neighbours
                                                .dispensable(each)
                                                .or(() -> off)
                                                .or(() -> neighbours.promise().because(each))
                                                .or(() -> heldToCode(each))
                                                .map("; "::concat)
                                                .orElse(""))
                        : "One of %s is enough, but Terraform gives none of them to any container."
                                .formatted(Alternatives.told(each.row().name(), besides)),
                meant(each, neighbours).map(near -> near + " Else " + add).orElse(add));
    }

    /** Why a name counts that its heading would let off. */
    private static Optional<String> heldToCode(Subject each) {
        return each.row().declarations().stream()
                .filter(declaration -> declaration.ground() == Declaration.Ground.CODE)
                .map(Declaration::standingBecause)
                .findFirst();
    }

    private static Optional<String> meant(Subject each, Neighbours neighbours) {
        return neighbours
                .meant(each.row().name())
                .map(near ->
                        "did you mean `%s`, which Terraform has and nothing declares? Then give both the same name, or say `@alias %s` where it is declared."
                                .formatted(near, near));
    }

    private static String byDefault(Subject each) {
        return each.service().code().alwaysFallsBack(each.row().name()) ? "; the code has a default for it" : "";
    }

    /** A setting that the code can do without. It proves nothing for a secret: what stands in may be a bad one. */
    private static boolean hasDefault(Subject each, Standing standing) {
        return (standing == Standing.SETTING || standing == Standing.DEFAULTED)
                && each.service().code().alwaysFallsBack(each.row().name());
    }

    /** A name that was called required is not to be called something else. */
    private static String orElse(Subject each) {
        return each.row().standing().filter(Standing.REQUIRED::equals).isPresent()
                ? ""
                : ", or mark it `@optional` or `@local` where it is declared";
    }

    /** Words that people wrote for people mean the application; a tag, the configuration and {@code --strict} mean every service. */
    private static boolean byWords(Subject each) {
        return each.row().declarations().stream()
                .filter(declaration -> declaration.standing() == Standing.REQUIRED)
                .allMatch(declaration -> declaration.tags().stream()
                                .noneMatch(tag -> tag.name().startsWith("required")
                                        || tag.name().equals("optional"))
                        && declaration.byWords());
    }

    private static String list(Subject each) {
        return switch (each.row().kind()) {
            case SECRET -> "secrets";
            case SETTING -> holdsPassword(each) ? "secrets" : "environment";
        };
    }

    private static boolean holdsPassword(Subject each) {
        return each.row().declarations().stream().anyMatch(declaration -> declaration.example() == Example.OWN_MACHINE);
    }
}
