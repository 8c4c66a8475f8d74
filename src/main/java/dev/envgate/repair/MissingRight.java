package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.HclParser;
import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Decision;
import dev.envgate.ledger.Need;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Statement;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Lets the execution role read a secret: in a statement that lets it read others, else in a policy of its own. */
final class MissingRight implements Repair {
    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = fault.services().stream()
                .filter(service -> service.definitions().size() == 1)
                .flatMap(service -> service
                        .iam()
                        .role(service.definitions().getFirst().executionRole())
                        .stream()
                        .flatMap(role -> patches(fault, service, role)))
                .toList();
        return patches.isEmpty()
                ? new Commands().of(fault)
                : new Outcome.Patches(
                        patches, "No statement was found that could take it in and nothing else would change.");
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Lets the execution role read the secret, in the statement that lets it read others or in a policy of its own.";
    }

    private static Stream<Patch> patches(Fault fault, ServiceLedger service, Role role) {
        return fault.row().stream()
                .flatMap(row -> row.references().stream())
                .flatMap(reference -> Need.of(reference, service.iam()).stream())
                .filter(need -> need.of(role) instanceof Decision.NotGranted
                        && !need.action().startsWith("kms:")
                        && need.block().matches("(data\\.)?[a-z_]+\\.[A-Za-z0-9_-]+"))
                .limit(1)
                .flatMap(need -> Stream.concat(
                        role.statements().stream()
                                .filter(each -> each.effect() == Statement.Effect.ALLOW
                                        && each.provisos().isEmpty()
                                        && each.covers(need.action()) == Agreement.SAME)
                                .flatMap(each -> widened(each, need).stream()),
                        ownPolicy(role, need, fault.sources()).stream()))
                .map(edits -> new Patch(
                        "Let the execution role `%s` read `%s`.".formatted(role.address(), fault.name()),
                        edits,
                        Set.of("undeployed"),
                        ""));
    }

    private static Optional<List<Edit>> widened(Statement statement, Need need) {
        return statement.place() instanceof Place.InFile(Span span)
                ? resources(span).map(value -> with(value, need.block() + ".arn"))
                : Optional.empty();
    }

    private static List<Edit> with(Node value, String address) {
        if (value instanceof Node.Sequence list && !list.items().isEmpty()) {
            String element = Quoted.expression(address, "", list.dialect());
            return new Elements(list).insertAfter(list.items().size() - 1, element);
        }
        String old = value.span().text();
        return List.of(new Edit(
                value.span(), "[" + old + ", " + (old.startsWith("\"$") ? "\"${" + address + "}\"" : address) + "]"));
    }

    /** What a statement is about, as it is written. */
    private static Optional<Node> resources(Span statement) {
        List<Node> way = Trees.around(statement.file(), statement.start());
        for (Node each : way.reversed()) {
            if (each instanceof Node.Mapping mapping
                    && mapping.member("Resource").isPresent()) {
                return mapping.member("Resource").map(Node.Member::value);
            }
        }
        return way.isEmpty() ? block(Trees.body(statement.file()), statement.start()) : Optional.empty();
    }

    private static Optional<Node> block(Body body, int offset) {
        for (Body.Block each : body.blocks()) {
            if (each.header().start() <= offset && offset < each.body().span().end()) {
                return block(each.body(), offset)
                        .or(() -> each.body().attribute("resources").map(found -> Trees.node(found.value())));
            }
        }
        return Optional.empty();
    }

    /** Behind the block of the role. */
    private static Optional<List<Edit>> ownPolicy(Role role, Need need, Sources sources) {
        if (!(role.place() instanceof Place.InFile(Span span))
                || !role.address().matches("aws_iam_role\\.[A-Za-z0-9_-]+")) {
            return Optional.empty();
        }
        SourceFile file = span.file();
        String label = role.address().substring("aws_iam_role.".length()) + "_secrets";
        List<SourceFile> module = new ArrayList<>(sources.module(file));
        boolean taken = module.stream().anyMatch(each -> each.text().contains("\"" + label + "\""));
        return taken
                ? Optional.empty()
                : HclParser.parseFile(file).value().blocks().stream()
                        .filter(each -> each.header().start() <= span.start()
                                && span.start() < each.body().span().end())
                        .findFirst()
                        .map(each -> {
                            int end = NewSecret.closing(each);
                            String newline =
                                    new Layout(file).newline(each.header().start());
                            return List.of(Edit.insert(
                                    file.span(end, end),
                                    newline
                                            + newline
                                            + policy(
                                                            label,
                                                            role.address() + ".id",
                                                            need.action(),
                                                            need.block() + ".arn")
                                                    .replace("\n", newline)));
                        });
    }

    /** A policy of a role that lets it do one thing. */
    static String policy(String label, String role, String action, String resource) {
        return """
                resource "aws_iam_role_policy" "%s" {
                  role = %s
                  policy = jsonencode({
                    Version = "2012-10-17"
                    Statement = [{
                      Effect   = "Allow"
                      Action   = "%s"
                      Resource = %s
                    }]
                  })
                }""".formatted(label, role, action, resource);
    }
}
