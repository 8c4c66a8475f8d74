package dev.envgate.terraform;

import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Symbolic;
import java.util.List;
import java.util.Optional;

/** Reads one container: its name, {@code environment}, {@code secrets}, {@code environmentFiles} and what else ECS fetches for it. */
final class ContainerReader {
    private final References references;
    private final Follow follow;
    private final Guard base;

    ContainerReader(Follow follow, Guard base) {
        this.follow = follow;
        this.references = new References(follow);
        this.base = base;
    }

    /** @param guard when the container is there */
    ContainerDraft read(Value.Dict mapping, Guard guard, Chain chain) {
        Fields fields = Fields.of(mapping);
        ContainerDraft container = named(fields.cases("name", guard), mapping, guard);
        fields.cases("image", guard).stream()
                .findFirst()
                .ifPresent(image -> container.image(Reason.symbolic(image.value())));
        fields.open().forEach(open -> container.gap(Reason.gap(open)));
        entries(Kind.ENVIRONMENT, fields.cases("environment", guard), container, chain);
        entries(Kind.SECRETS, fields.cases("secrets", guard), container, chain);
        files(fields.cases("environmentFiles", guard), container);
        container.addCredentials(new Credentials(references, this::without).of(fields, guard));
        return container;
    }

    private static ContainerDraft named(List<Case> names, Value.Dict mapping, Guard guard) {
        if (names.isEmpty()) {
            return new ContainerDraft(Symbolic.of(""), Reason.place(mapping), guard);
        }
        Value name = names.getFirst().value();
        for (Case one : names) {
            name = Reason.text(name).isPresent() ? name : one.value();
        }
        return new ContainerDraft(names.size() > 1 ? either(names) : Reason.symbolic(name), Reason.place(name), guard);
    }

    /** A name that depends on a condition; where all but one of the cases are unknown, that one. */
    private static Symbolic either(List<Case> names) {
        List<String> known = names.stream()
                .flatMap(one -> Reason.text(one.value()).stream())
                .distinct()
                .toList();
        return known.size() == 1
                ? Symbolic.of(known.getFirst())
                : new Symbolic(List.of(new Symbolic.Part.Hole(String.join(" or ", known))));
    }

    /** The two lists of names, and the member of an entry that gives the value. */
    private enum Kind {
        ENVIRONMENT("environment", "value"),
        SECRETS("secrets", "valueFrom");

        private final String list;
        private final String member;

        Kind(String list, String member) {
            this.list = list;
            this.member = member;
        }
    }

    private void entries(Kind kind, List<Case> lists, ContainerDraft container, Chain chain) {
        for (Case one : lists) {
            switch (one.value()) {
                case Value.Seq sequence ->
                    sequence.elements()
                            .forEach(element -> element(kind, element, one.guard(), container, chain.with(sequence)));
                case Value.Unknown unknown -> container.gap(Reason.gap(unknown));
                case Value.Null _ -> {}
                case Value.Choice _ -> {}
                case Value.Str _ -> noList(kind, one.value(), container);
                case Value.Dict _ -> noList(kind, one.value(), container);
                case Value.Bool _ -> noList(kind, one.value(), container);
                case Value.Num _ -> noList(kind, one.value(), container);
            }
        }
    }

    private static void noList(Kind kind, Value value, ContainerDraft container) {
        container.malformed("`%s` is no list, so ECS refuses the container.".formatted(kind.list), Reason.place(value));
    }

    private void element(Kind kind, Value.Element element, Guard guard, ContainerDraft container, Chain chain) {
        switch (element) {
            case Value.Element.Rest rest -> container.gap(Reason.gap(rest.why()));
            case Value.Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own)).forEach(one -> element(kind, one, container, chain.with(value)));
        }
    }

    private void element(Kind kind, Case one, ContainerDraft container, Chain chain) {
        switch (one.value()) {
            case Value.Dict mapping -> entry(kind, mapping, one.guard(), container, chain.with(mapping));
            case Value.Null _ -> {}
            case Value.Unknown unknown -> container.gap(Reason.gap(unknown));
            case Value.Choice _ -> {}
            case Value.Str _ -> noEntry(kind, one.value(), container);
            case Value.Seq _ -> noEntry(kind, one.value(), container);
            case Value.Bool _ -> noEntry(kind, one.value(), container);
            case Value.Num _ -> noEntry(kind, one.value(), container);
        }
    }

    private static void noEntry(Kind kind, Value value, ContainerDraft container) {
        container.malformed(
                "An element of `%s` is no object with `name` and `%s`.".formatted(kind.list, kind.member),
                Reason.place(value));
    }

    private void entry(Kind kind, Value.Dict entry, Guard guard, ContainerDraft container, Chain chain) {
        Fields fields = Fields.of(entry);
        List<Case> names = fields.cases("name", guard);
        if (names.isEmpty()) {
            fields.open()
                    .findFirst()
                    .ifPresentOrElse(
                            open -> container.gap(Reason.gap("a name", open)),
                            () -> container.malformed(
                                    "An entry of `%s` has no `name`.".formatted(kind.list), Reason.place(entry)));
        }
        names.forEach(name -> named(kind, name, fields, entry, container, chain));
    }

    private void named(Kind kind, Case name, Fields fields, Value.Dict entry, ContainerDraft container, Chain chain) {
        Value value = name.value();
        Place place = Reason.place(value);
        if (!value.known()) {
            container.gap(unknownName(value));
        } else if (!(value instanceof Value.Str text)) {
            container.malformed("The `name` of an entry of `%s` is no text.".formatted(kind.list), place);
        } else if (text.text().isBlank()) {
            container.malformed("The `name` of an entry of `%s` is blank.".formatted(kind.list), place);
        } else {
            Name known = new Name(text.text());
            List<Case> values = fields.cases(kind.member, name.guard());
            Origin written = Reason.ofName(text);
            Optional<ContainerDefinition.Malformed> fault = useless(kind, known, values, fields, entry);
            fault.ifPresent(container::malformed);
            if (fault.isEmpty() || values.stream().anyMatch(one -> says(one.value()))) {
                container.add(new Draft(
                        known,
                        given(kind, values, fields),
                        new Place.InFile(written.born()),
                        without(guard(values, name.guard())),
                        chain.with(written).entries()));
            }
        }
    }

    /** A number where text belongs is a fault, and still says that the container is meant to have the name. */
    private static boolean says(Value value) {
        return value instanceof Value.Num || value instanceof Value.Bool;
    }

    private static dev.envgate.ledger.Gap unknownName(Value name) {
        return name instanceof Value.Unknown
                ? Reason.gap("a name", name)
                : Reason.gap("the name `%s`".formatted(Reason.symbolic(name)), name);
    }

    /** Why ECS would not give the name to the container, and where that stands; empty when it would, as far as is known. */
    private static Optional<ContainerDefinition.Malformed> useless(
            Kind kind, Name name, List<Case> values, Fields fields, Value.Dict entry) {
        if (values.isEmpty() && fields.open().findAny().isEmpty()) {
            return useless(name, "`%s` has no `%s`, so ECS does not give it to the container.", kind, entry);
        }
        if (values.isEmpty() || !values.stream().allMatch(one -> refused(one.value()))) {
            return Optional.empty();
        }
        Value value = values.getFirst().value();
        return value instanceof Value.Null
                ? useless(
                        name,
                        "The value of `%s` is null, and without `%s` ECS does not give it to the container.",
                        kind,
                        value)
                : useless(name, "The value of `%s` is no text, and nothing else is accepted for `%s`.", kind, value);
    }

    private static Optional<ContainerDefinition.Malformed> useless(Name name, String why, Kind kind, Value at) {
        return Optional.of(
                new ContainerDefinition.Malformed(name.text(), why.formatted(name, kind.member), Reason.place(at)));
    }

    /** When the name is given: where only one of several values is one, then. */
    private static Guard guard(List<Case> values, Guard otherwise) {
        List<Case> given = values.stream().filter(one -> !refused(one.value())).toList();
        return given.size() == 1 && values.size() > 1 ? given.getFirst().guard() : otherwise;
    }

    private static boolean refused(Value value) {
        return value instanceof Value.Null || (value.known() && !Reason.isTextOrNull(value));
    }

    private Given given(Kind kind, List<Case> values, Fields fields) {
        return switch (kind) {
            case ENVIRONMENT -> new Given.Plain(plain(values, fields));
            case SECRETS -> new Given.Secret(secret(values, fields));
        };
    }

    private static HiddenValue plain(List<Case> values, Fields fields) {
        if (values.size() == 1) {
            Value value = values.getFirst().value();
            if (value instanceof Value.Null) {
                return new HiddenValue.Unknown("it is null");
            }
            return value.known() && Reason.isText(value)
                    ? new HiddenValue.Known(Reason.symbolic(value).toString())
                    : SecretSource.of(value);
        }
        return new HiddenValue.Unknown(why(values, fields));
    }

    private Reference secret(List<Case> values, Fields fields) {
        List<Reference> all = values.stream()
                .map(one -> references.read(one.value()))
                .distinct()
                .toList();
        if (all.size() == 1) {
            return all.getFirst();
        }
        return values.isEmpty() && fields.open().findAny().isEmpty()
                ? Reference.whole("", new Reference.Target.Malformed("There is no `valueFrom`."))
                : Reference.whole("", new Reference.Target.Unclear(why(values, fields), new Place.Nowhere()));
    }

    /** Why there is not exactly one value. */
    private static String why(List<Case> values, Fields fields) {
        return values.stream()
                .filter(one -> !one.guard().always())
                .map(one -> "depends on `%s`".formatted(one.guard().text()))
                .findFirst()
                .or(() -> fields.open().map(open -> Reason.cause(open).reason()).findFirst())
                .orElse("there is no value");
    }

    private void files(List<Case> lists, ContainerDraft container) {
        for (Case one : lists) {
            if (one.value() instanceof Value.Seq sequence) {
                sequence.elements().forEach(element -> file(element, one.guard(), container));
            } else if (!(one.value() instanceof Value.Null)) {
                container.gap(Reason.gap("`environmentFiles`", one.value()));
            }
        }
    }

    private void file(Value.Element element, Guard guard, ContainerDraft container) {
        switch (element) {
            case Value.Element.Rest rest -> container.gap(Reason.gap("an environment file", rest.why()));
            case Value.Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own))
                        .forEach(one -> Fields.of(one.value())
                                .cases("value", one.guard())
                                .forEach(arn -> file(arn, container)));
        }
    }

    private void file(Case arn, ContainerDraft container) {
        EnvFile written = follow.file(arn.value());
        if (written instanceof EnvFile.Written known) {
            known.gaps().forEach(container::gap);
        }
        container.addFile(
                new FileDraft(Reason.symbolic(arn.value()), Reason.place(arn.value()), without(arn.guard()), written));
    }

    /** What a guard asks for beyond what is already given with the task definition. */
    private Guard without(Guard guard) {
        return new Guard(guard.terms().stream()
                .filter(term -> !base.terms().contains(term))
                .toList());
    }
}
