package dev.envgate.repair;

import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a container a name that is declared: into the list in which its like stands, with a value as its like has one.
 *
 * @param referent what the entry of a secret is to refer to
 */
record MissingEntry(Referent referent) implements Repair {
    private static final Referent.Found FOUND = new Referent.Found();

    private static final Set<String> NEXT =
            Set.of("undeployed", "secret-not-found", "secret-without-value", "parameter-not-found");

    @Override
    public Outcome of(Fault fault) {
        Optional<Row> row = fault.row();
        if (fault.definitions().isEmpty()) {
            return new Outcome.ByHand("Terraform's files do not show the container that it belongs into.");
        }
        boolean secret = switch (referent) {
            case Referent.Found _ ->
                row.map(Row::kind).filter(Kind.SECRET::equals).isPresent();
            case Referent.Copied copied -> copied.secret();
            case Referent.Expression _, Referent.Running _ -> true;
        };
        List<Siblings.Sibling> written = fault.definitions().stream()
                .flatMap(each -> written(each, secret))
                .toList();
        List<Patch> patches = new ArrayList<>();
        Siblings.byList(written).forEach(list -> patches.addAll(into(fault, list, secret)));
        fault.definitions().forEach(each -> patches.addAll(alone(fault, each, secret)));
        return new Outcome.Patches(patches, otherwise(fault, patches, secret));
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Puts the entry where its like stands, made like those beside it; a setting with the value of `--value`.";
    }

    private String otherwise(Fault fault, List<Patch> patches, boolean secret) {
        Optional<String> unseen = unseen(fault, secret);
        if (patches.isEmpty() && unseen.isPresent()) {
            return unseen.get();
        }
        if (!patches.isEmpty() || !referent.equals(FOUND)) {
            return "No place was found where it could be added and nothing else would change.";
        }
        Optional<String> near = secret ? near(fault) : Optional.empty();
        if (near.isPresent()) {
            return "`%s` may be meant for it, and so may another key of the secret that those beside it refer to."
                    .formatted(near.get());
        }
        return secret
                ? "Nothing shows what it is to refer to: no secret of the container has a reference that is made of its name, and no block makes or looks up a secret for `%s`; `envgate scaffold secret %s` writes one."
                        .formatted(fault.name(), fault.name())
                : "Only somebody who knows its value can give it one: `--value %s=VALUE` puts it in."
                        .formatted(fault.name());
    }

    /** A block that may be meant, in a module where no entry shows that it is. */
    private static Optional<String> near(Fault fault) {
        return fault.definitions().stream()
                .flatMap(each -> each.place() instanceof Place.InFile(Span span) ? Stream.of(span.file()) : Stream.of())
                .flatMap(file -> Reusable.around(file, fault).near(fault.name(), "").stream())
                .map(Reusable.Holder::address)
                .findFirst();
    }

    /** Entries that stand in a file, and none of them in anything that could take one more. */
    private static Optional<String> unseen(Fault fault, boolean secret) {
        List<Span> places = fault.definitions().stream()
                .flatMap(each -> each.entries().stream())
                .filter(each -> secret == (each.given() instanceof Given.Secret))
                .flatMap(each -> each.presence() instanceof Presence.Present(Place place)
                                && place instanceof Place.InFile(Span span)
                        ? Stream.of(span)
                        : Stream.of())
                .toList();
        return !places.isEmpty()
                        && places.stream().allMatch(each -> Anchor.at(each).isEmpty())
                ? Optional.of(
                        "The entries beside it stand in `%s`, and a directive there, or how that text is put together, decides which of them there are."
                                .formatted(places.getFirst().file().path()))
                : Optional.empty();
    }

    private static Stream<Siblings.Sibling> written(ContainerDefinition container, boolean secret) {
        return container.entries().stream()
                .filter(each -> secret == (each.given() instanceof Given.Secret))
                .flatMap(MissingEntry::written);
    }

    private static Stream<Siblings.Sibling> written(Entry entry) {
        return Anchor.of(entry).map(anchor -> new Siblings.Sibling(entry.name().text(), anchor)).stream();
    }

    private List<Patch> into(Fault fault, Siblings list, boolean secret) {
        List<Suggestion> suggestions = list.named() ? List.of(Suggestion.NONE) : suggestions(fault, list, secret);
        return suggestions.stream()
                .map(each -> patch(
                        fault,
                        list.insert(fault.name(), each.text(), member(secret)),
                        each,
                        list.all().getFirst()))
                .toList();
    }

    private static Patch patch(Fault fault, List<Edit> edits, Suggestion suggestion, Siblings.Sibling beside) {
        List<Edit> all = new ArrayList<>(edits);
        all.addAll(suggestion.besides());
        return new Patch(
                "Give `%s` to the container `%s`, beside `%s`."
                        .formatted(fault.name(), fault.finding().container(), beside.name()),
                all,
                NEXT,
                suggestion.remark());
    }

    private List<Suggestion> suggestions(Fault fault, Siblings list, boolean secret) {
        List<Suggestion> found = new ArrayList<>();
        Reusable module = Reusable.around(list.span().file(), fault);
        Node.Dialect dialect = list.dialect();
        if (!referent.equals(FOUND)) {
            return referent.suggestions(dialect, module).toList();
        }
        if (!secret) {
            fault.value().ifPresent(value -> found.add(Suggestion.of(Quoted.text(value, dialect))));
        }
        for (Siblings.Sibling each : list.all().reversed()) {
            each.anchor()
                    .value(member(secret))
                    .ifPresent(value -> found.addAll(
                            Suggestion.like(value.span().text(), each.name(), fault.name(), module, secret)));
        }
        if (secret && !dialect.expressions()) {
            TemplateVariables variables = new TemplateVariables(list.span().file(), rendering(fault));
            for (Siblings.Sibling each : list.all().reversed()) {
                each.anchor()
                        .value(member(true))
                        .map(value -> variables.like(value.span().text(), each.name(), fault.name()))
                        .ifPresent(values -> values.forEach(found::add));
            }
        }
        if (secret && dialect.expressions() && list.refers()) {
            module.of(fault.name()).ifPresent(holder -> found.add(Suggestion.whole(holder, dialect)));
        }
        return found.stream()
                .distinct()
                .sorted(Comparator.comparing(Suggestion::makesSomething))
                .toList();
    }

    /** The module of the task definition, which renders the templates of its containers. */
    private static Reusable rendering(Fault fault) {
        return new Reusable(fault.services().stream()
                .flatMap(service -> service.definitions().stream())
                .flatMap(definition -> definition.presence() instanceof Presence.Present(Place place)
                                && place instanceof Place.InFile(Span span)
                        ? fault.sources().module(span.file()).stream()
                        : Stream.of())
                .distinct()
                .toList());
    }

    static String member(boolean secret) {
        return secret ? "valueFrom" : "value";
    }

    /** Into a container that has no such list yet, or an empty one. */
    private List<Patch> alone(Fault fault, ContainerDefinition container, boolean secret) {
        Optional<Node.Mapping> mapping = container.place() instanceof Place.InFile(Span span)
                ? Trees.around(span.file(), span.start()).reversed().stream()
                        .flatMap(each -> each instanceof Node.Mapping found
                                        && found.member("name").isPresent()
                                ? Stream.of(found)
                                : Stream.of())
                        .findFirst()
                : Optional.empty();
        if (mapping.isEmpty() || mapping.get().member("name").isEmpty()) {
            return List.of();
        }
        String list = secret ? "secrets" : "environment";
        Node.Mapping found = mapping.get();
        Reusable module = Reusable.around(found.span().file(), fault);
        Optional<Node.Member> there = found.member(list);
        return values(fault, module, found.dialect(), secret)
                .flatMap(value -> first(
                                found,
                                there,
                                list,
                                Quoted.entry(fault.name(), member(secret), value.text(), found.dialect()))
                        .map(edits -> new Patch(
                                "Give `%s` to the container `%s`, which has no `%s` yet."
                                        .formatted(fault.name(), fault.finding().container(), list),
                                edits,
                                NEXT,
                                value.remark())))
                .toList();
    }

    /** The first entry of a list that is not there, or that is empty. */
    private static Stream<List<Edit>> first(
            Node.Mapping container, Optional<Node.Member> there, String list, String element) {
        if (there.isEmpty()) {
            return Stream.of(newList(container, list, element));
        }
        return there.get().value() instanceof Node.Sequence sequence
                        && sequence.items().isEmpty()
                ? Stream.of(new Elements(sequence).insertOnly(element, multiline(container)))
                : Stream.of();
    }

    private Stream<Suggestion> values(Fault fault, Reusable module, Node.Dialect dialect, boolean secret) {
        if (!referent.equals(FOUND)) {
            return referent.suggestions(dialect, module);
        }
        if (!secret) {
            return fault.value().stream().map(value -> Suggestion.of(Quoted.text(value, dialect)));
        }
        return !dialect.expressions()
                ? Stream.of()
                : module.of(fault.name()).stream().map(holder -> Suggestion.whole(holder, dialect));
    }

    private static boolean multiline(Node.Mapping container) {
        return !new Layout(container.span().file())
                .sameLine(container.span().start(), container.span().end());
    }

    private static List<Edit> newList(Node.Mapping container, String list, String element) {
        Layout layout = new Layout(container.span().file());
        Node.Member last = container.members().getLast();
        boolean json = container.dialect().json();
        boolean lines = multiline(container)
                && !layout.sameLine(last.value().span().end(), container.span().end() - 1);
        String newline = layout.newline(container.span().start());
        String indent = layout.indent(last.keySpan().start());
        String value = lines
                ? "[" + newline + indent + layout.step(last.keySpan().start()) + element + (json ? "" : ",") + newline
                        + indent + "]"
                : "[" + element + "]";
        Node.Dialect dialect = container.dialect();
        boolean quoted = last.keySpan().text().startsWith(dialect.quote());
        return new Members(container)
                .insertAfter(container.members().size() - 1, quoted ? dialect.text(list) : list, value);
    }
}
