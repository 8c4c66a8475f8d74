package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.HclParser;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gives a task definition the execution role of its module, where there is one that can be meant. */
final class ExecutionRole implements Repair {
    private static final String TYPE = "aws_ecs_task_definition";

    private static final String ATTRIBUTE = "execution_role_arn";

    /** What means something else, or nothing, in another block. */
    private static final Pattern OF_ITS_BLOCK = Pattern.compile("\\b(?:each|count|self)\\.");

    private static final String WHY = "Which role it is to be only the team knows.";

    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = fault.services().stream()
                .flatMap(service -> service.definitions().stream())
                .flatMap(definition -> block(definition).stream())
                .flatMap(block -> role(fault, block).stream()
                        .filter(_ -> block.block().body().attribute("family").isPresent())
                        .map(role -> new Patch(
                                "Let `%s` have the execution role `%s`.".formatted(address(block), role),
                                edits(block, role),
                                Set.of("undeployed"),
                                "")))
                .toList();
        return patches.isEmpty() ? ByHand.because(WHY, fault) : new Outcome.Patches(patches, WHY);
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Gives the task definition the role that the others of its module have, or the only one that is called an execution role.";
    }

    /** A resource and the file that it stands in. */
    private record Resource(Body.Block block, SourceFile file) {}

    private static String address(Resource resource) {
        return TYPE + "." + resource.block().labels().getLast().text();
    }

    private static Optional<Resource> block(TaskDefinition definition) {
        return definition.presence() instanceof Presence.Present(Place place)
                        && place instanceof Place.InFile(Span span)
                ? blocks(List.of(span.file()), TYPE)
                        .filter(each -> each.block().header().start() <= span.start()
                                && span.start() < each.block().body().span().end())
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Resource> blocks(List<SourceFile> files, String type) {
        return files.stream()
                .flatMap(file -> HclParser.parseFile(file).value().blocks().stream()
                        .filter(each -> each.type().equals("resource")
                                && each.labels().size() == 2
                                && each.labels().getFirst().text().equals(type))
                        .map(each -> new Resource(each, file)));
    }

    /** The role as an expression; empty where the blocks say different ones, or one that is theirs alone. */
    private static Optional<String> role(Fault fault, Resource resource) {
        List<SourceFile> module = fault.sources().module(resource.file());
        List<String> others = blocks(module, TYPE)
                .flatMap(each -> each.block().body().attribute(ATTRIBUTE).stream())
                .map(each -> each.value().span().text())
                .distinct()
                .toList();
        List<String> called = blocks(module, "aws_iam_role")
                .filter(each -> each.block().labels().getLast().text().matches("(?i).*execution.*")
                        && each.block().body().attribute("count").isEmpty()
                        && each.block().body().attribute("for_each").isEmpty())
                .map(each -> "aws_iam_role." + each.block().labels().getLast().text() + ".arn")
                .toList();
        List<String> found = others.isEmpty() ? called : others;
        return found.size() == 1 && !OF_ITS_BLOCK.matcher(found.getFirst()).find()
                ? Optional.of(found.getFirst())
                : Optional.empty();
    }

    /** Behind the lines that the family stands in. */
    private static List<Edit> edits(Resource resource, String role) {
        return Members.inBlock(resource.block().body(), "family").stream()
                .flatMap(each ->
                        each
                                .members()
                                .insertAfter(each.members().mapping().members().size() - 1, ATTRIBUTE, role)
                                .stream())
                .toList();
    }
}
