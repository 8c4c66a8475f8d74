package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Credential.Use;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Reads the secrets that a container's log driver and registry need: {@code secretOptions} and {@code repositoryCredentials}. */
final class Credentials {
    private final References references;
    private final UnaryOperator<Guard> relative;
    private final List<Credential> found = new ArrayList<>();

    /** @param relative what a guard asks for beyond what is given with the task definition */
    Credentials(References references, UnaryOperator<Guard> relative) {
        this.references = references;
        this.relative = relative;
    }

    /** @param guard when the container is there */
    List<Credential> of(Fields container, Guard guard) {
        container.cases("logConfiguration", guard).forEach(this::logging);
        container.cases("repositoryCredentials", guard).forEach(this::registry);
        return List.copyOf(found);
    }

    private void logging(Case logging) {
        within(Use.LOG_DRIVER, logging, "secretOptions").forEach(options -> {
            if (options.value() instanceof Value.Seq sequence) {
                sequence.elements().forEach(element -> option(element, options.guard()));
            } else if (options.value() instanceof Value.Unknown) {
                unclear(Use.LOG_DRIVER, options);
            }
        });
    }

    private void option(Value.Element element, Guard guard) {
        switch (element) {
            case Value.Element.Rest rest -> unclear(Use.LOG_DRIVER, new Case(rest.why(), guard.and(rest.guard())));
            case Value.Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own)).forEach(this::option);
        }
    }

    private void option(Case option) {
        Optional<Value> name = Fields.of(option.value()).cases("name", Guard.ALWAYS).stream()
                .map(Case::value)
                .findFirst();
        String known = name.flatMap(Reason::text).orElse("");
        Place place = Reason.place(name.orElse(option.value()));
        within(Use.LOG_DRIVER, option, "valueFrom")
                .forEach(each -> add(Use.LOG_DRIVER, known, place, each.guard(), references.read(each.value())));
    }

    private void registry(Case credentials) {
        Place place = Reason.place(credentials.value());
        within(Use.REGISTRY, credentials, "credentialsParameter")
                .forEach(each -> add(Use.REGISTRY, "", place, each.guard(), secret(each.value())));
    }

    /** Unlike in {@code secrets}, a name without an ARN is that of a secret. */
    private Reference secret(Value value) {
        Optional<String> name = Reason.text(value).filter(text -> !text.startsWith("arn:"));
        return name.map(text -> Reference.whole(text, new Reference.Target.SecretName(text, "")))
                .orElseGet(() -> references.read(value));
    }

    /** A member of an object, if that is known. */
    private List<Case> within(Use use, Case object, String member) {
        Fields fields = Fields.of(object.value());
        if (object.value() instanceof Value.Unknown) {
            unclear(use, object);
        }
        fields.open().findFirst().ifPresent(open -> unclear(use, new Case(open, object.guard())));
        return fields.cases(member, object.guard()).stream()
                .filter(each -> !(each.value() instanceof Value.Null))
                .toList();
    }

    private void unclear(Use use, Case unknown) {
        Reference.Target.Unclear target = References.unclear(unknown.value());
        Presence presence = new Presence.Unknown(target.why(), target.cause());
        found.add(new Credential(use, "", Reference.whole("", target), presence));
    }

    private void add(Use use, String option, Place place, Guard whole, Reference reference) {
        Guard guard = relative.apply(whole);
        Presence presence =
                guard.always() ? new Presence.Present(place) : new Presence.Conditional(place, guard.text());
        found.add(new Credential(use, option, reference, presence));
    }
}
