package dev.envgate.terraform;

import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.SecretDefinition;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Statement;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a configuration down for a person to compare: everything that is in it, the values of the test's own variables included. */
final class Description {
    private final StringBuilder text = new StringBuilder();
    private final String prefix;

    private Description(String prefix) {
        this.prefix = prefix;
    }

    /** @param prefix what all paths begin with; it is left out */
    static String of(Configuration configuration, List<Problem> problems, String prefix) {
        Description description = new Description(prefix);
        problems.forEach(description::problem);
        configuration.taskDefinitions().forEach(description::taskDefinition);
        configuration.services().forEach(description::service);
        configuration.iam().roles().forEach(description::role);
        configuration.iam().secrets().forEach(description::secret);
        configuration.gaps().forEach(gap -> description.gap(0, gap));
        return description.text.toString();
    }

    static String of(TaskDefinition definition, String prefix) {
        Description description = new Description(prefix);
        description.taskDefinition(definition);
        return description.text.toString();
    }

    private void line(int depth, String line) {
        text.append("  ".repeat(depth)).append(line.replace("\n", "\\n")).append('\n');
    }

    private void problem(Problem problem) {
        line(0, "problem: %s @ %s".formatted(problem.message(), at(new Place.InFile(problem.span()))));
    }

    private void taskDefinition(TaskDefinition definition) {
        line(0, "task definition %s %s".formatted(definition.address(), presence(definition.presence())));
        line(1, "family " + definition.family());
        role("execution role", definition.executionRole());
        role("task role", definition.taskRole());
        definition.ignored().forEach(place -> line(1, "ignored @ " + at(place)));
        definition.containers().forEach(this::container);
        definition.gaps().forEach(gap -> gap(1, gap));
    }

    private void container(ContainerDefinition container) {
        line(1, "container %s @ %s".formatted(container.name(), at(container.place())));
        container.entries().forEach(this::entry);
        container.environmentFiles().forEach(arn -> line(2, "environment file " + arn));
        container.credentials().forEach(this::credential);
        container.malformed().forEach(each -> line(2, "malformed: %s @ %s".formatted(each.why(), at(each.place()))));
        container.gaps().forEach(gap -> gap(2, gap));
    }

    private void role(String what, RoleReference role) {
        switch (role) {
            case RoleReference.None _ -> {}
            case RoleReference.Named(Symbolic named) -> line(1, what + " " + named);
            case RoleReference.Block(String block, Place place) ->
                line(1, "%s of %s @ %s".formatted(what, block, at(place)));
            case RoleReference.Unclear(String why, Place cause) ->
                line(1, "%s not known: %s @ %s".formatted(what, why, at(cause)));
        }
    }

    private void credential(Credential credential) {
        line(2, "%s %s %s".formatted(credential.use().member(), credential.option(), presence(credential.presence())));
        line(3, reference(credential.reference()));
    }

    private void entry(Entry entry) {
        String chain = entry.chain().stream()
                .map(hop -> " < %s %s".formatted(hop.name(), at(hop.place())))
                .collect(Collectors.joining());
        line(2, "%s %s %s%s".formatted(kind(entry.given()), entry.name(), presence(entry.presence()), chain));
        line(3, given(entry.given()));
    }

    private static String kind(Given given) {
        return given instanceof Given.Plain ? "environment" : "secret";
    }

    private String given(Given given) {
        return switch (given) {
            case Given.Plain(HiddenValue.Known(String value)) -> "= " + value;
            case Given.Plain(HiddenValue.FromSecret(String source, String key)) ->
                "from the secret %s%s".formatted(source, key.isEmpty() ? "" : ", its " + key);
            case Given.Plain(HiddenValue.Unknown(String why)) -> "not known: " + why;
            case Given.Plain(HiddenValue.Digest digest) -> "digest " + digest.digest();
            case Given.Secret(Reference reference) -> reference(reference);
            case Given.FromFile(String file) -> "file " + file;
            case Given.FromImage(String image) -> "image " + image;
        };
    }

    private String reference(Reference reference) {
        String suffix = List.of(reference.jsonKey(), reference.versionStage(), reference.versionId())
                .toString();
        return "from %s → %s%s"
                .formatted(reference.text(), target(reference.target()), suffix.equals("[, , ]") ? "" : " " + suffix);
    }

    private String target(Reference.Target target) {
        return switch (target) {
            case Reference.Target.SecretArn(var arn) -> "secret " + arn;
            case Reference.Target.SecretName(String name, String block) ->
                "secret named %s by %s".formatted(name, block);
            case Reference.Target.ParameterArn(var arn) -> "parameter " + arn;
            case Reference.Target.ParameterName(String name, String block) ->
                "parameter named %s%s".formatted(name, block.isEmpty() ? "" : " by " + block);
            case Reference.Target.Unclear(String why, Place cause) -> "not known: %s @ %s".formatted(why, at(cause));
            case Reference.Target.Malformed(String why) -> "malformed: " + why;
        };
    }

    private void service(ServiceDefinition service) {
        line(0, "service %s %s".formatted(service.address(), presence(service.presence())));
        line(1, "named %s in %s runs %s".formatted(service.name(), service.cluster(), service.taskDefinitions()));
        service.ignored().forEach(place -> line(1, "ignored @ " + at(place)));
    }

    private void role(Role role) {
        line(0, "role %s named %s @ %s".formatted(role.address(), role.name(), at(role.place())));
        role.statements().forEach(this::statement);
        role.gaps().forEach(gap -> gap(1, gap));
        role.limits().forEach(gap -> line(1, "limited: %s @ %s".formatted(gap.why(), at(gap.place()))));
    }

    private void statement(Statement statement) {
        line(1, "%s by %s @ %s".formatted(statement.effect(), statement.policy(), at(statement.place())));
        elements("actions", statement.actions());
        elements("resources", statement.resources());
        statement.provisos().forEach(proviso -> line(2, "which " + proviso));
    }

    private void elements(String what, Statement.Elements elements) {
        line(2, "%s%s %s".formatted(elements.except() ? "all but " : "", what, elements.patterns()));
        elements.gaps().forEach(gap -> gap(2, gap));
    }

    private void secret(SecretDefinition secret) {
        String key = switch (secret.key()) {
            case SecretDefinition.Key.OfAws _ -> "a key of AWS";
            case SecretDefinition.Key.OfBlock(String block, Place _, List<Gap> grants) ->
                block + (grants.isEmpty() ? "" : ", which may be granted");
            case SecretDefinition.Key.Unclear(String why, Place _) -> "not known: " + why;
        };
        line(0, "secret %s with %s".formatted(secret.block(), key));
        secret.grants().forEach(gap -> gap(1, gap));
    }

    private void gap(int depth, Gap gap) {
        line(depth, "not known: %s @ %s".formatted(gap.why(), at(gap.place())));
    }

    private String presence(Presence presence) {
        return switch (presence) {
            case Presence.Present(Place place) -> "@ " + at(place);
            case Presence.Conditional(Place place, String condition) -> "@ %s when %s".formatted(at(place), condition);
            case Presence.Absent() -> "absent";
            case Presence.Unknown(String why, Place cause) -> "not known: %s @ %s".formatted(why, at(cause));
        };
    }

    private String at(Place place) {
        return switch (place) {
            case Place.InFile(var span) -> span.toString().replace(prefix, "");
            case Place.InTaskDefinition(String revision) -> revision;
            case Place.Nowhere() -> "nowhere";
        };
    }
}
