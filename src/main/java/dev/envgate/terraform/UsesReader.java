package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Mentions;
import dev.envgate.hcl.TemplatePart;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.Uses;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Goes through all modules of a root for what is done with secrets and parameters. Blocks are taken as they are written: what stands in
 * one that is never made counts too, because here it is worse to miss a use than to see one that is none.
 */
final class UsesReader {
    private static final Set<String> STORED = Set.of("aws_secretsmanager_secret", "aws_ssm_parameter");

    /** Blocks that belong to a secret, and blocks that only say who may read it. */
    private static final String BESIDE = "aws_secretsmanager_secret_.*|aws_iam_.*|aws_kms_.*";

    private final Set<Symbolic> texts = new LinkedHashSet<>();
    private final Set<Symbolic> blocks = new LinkedHashSet<>();
    private final Set<ModuleInstance> visited = new LinkedHashSet<>();

    Uses of(ModuleInstance root) {
        visit(root);
        return new Uses(List.copyOf(texts), List.copyOf(blocks));
    }

    private void visit(ModuleInstance instance) {
        if (!visited.add(instance)) {
            return;
        }
        Mentions mentions = mentions(instance.source());
        mentions.templates().stream().map(UsesReader::symbolic).forEach(texts::add);
        STORED.forEach(type -> instance.source().blocks().forEach((address, block) -> {
            if (isOf(type, block) && mentions.traverses(address)) {
                instance.resources()
                        .rounds(address, block)
                        .forEach(round -> blocks.add(instance.resources()
                                .written(block, round, "name")
                                .map(Reason::symbolic)
                                .orElseGet(UsesReader::anyName)));
            }
        }));
        instance.source()
                .calls()
                .forEach(address -> instance.source()
                        .block(address)
                        .ifPresent(call -> children(instance, address, call).forEach(this::visit)));
    }

    private static Stream<ModuleInstance> children(ModuleInstance instance, String address, Body.Block call) {
        return switch (instance.calls().of(address.substring("module.".length()), call)) {
            case Children.NotRead _ -> Stream.of();
            case Children.Read read -> read.instances().stream().map(Children.Child::instance);
        };
    }

    private static Symbolic symbolic(List<TemplatePart> template) {
        return new Symbolic(template.stream()
                .<Symbolic.Part>map(part -> part instanceof TemplatePart.Text(String text, Span _)
                        ? new Symbolic.Part.Known(text)
                        : new Symbolic.Part.Hole("part"))
                .toList());
    }

    /** AWS or a prefix makes up the rest of the name. */
    private static Symbolic anyName() {
        return new Symbolic(List.of(new Symbolic.Part.Hole("name")));
    }

    private static Mentions mentions(Module module) {
        List<Expression> written = new ArrayList<>();
        module.locals().values().forEach(each -> written.add(each.value()));
        module.blocks().values().stream()
                .filter(block -> !beside(block))
                .forEach(block -> expressions(block.body()).forEach(written::add));
        return Mentions.in(written);
    }

    private static boolean beside(Body.Block block) {
        return isPair(block)
                && (block.labels().getFirst().text().matches(BESIDE)
                        || STORED.stream().anyMatch(type -> isOf(type, block))
                                && block.type().equals("resource"));
    }

    private static boolean isOf(String type, Body.Block block) {
        return isPair(block) && block.labels().getFirst().text().equals(type);
    }

    private static boolean isPair(Body.Block block) {
        return block.labels().size() == 2;
    }

    private static Stream<Expression> expressions(Body body) {
        return Stream.concat(
                body.attributes().stream().map(Body.Attribute::value),
                body.blocks().stream().flatMap(each -> expressions(each.body())));
    }
}
