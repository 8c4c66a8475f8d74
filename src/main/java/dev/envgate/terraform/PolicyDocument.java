package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Encoding;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** {@code data "aws_iam_policy_document"}: the policy that the provider makes of its blocks, without asking AWS. */
final class PolicyDocument {
    private final Run run;
    private final Resources resources;
    private final Body.Block block;
    private final Round round;

    PolicyDocument(Run run, Resources resources, Body.Block block, Round round) {
        this.run = run;
        this.resources = resources;
        this.block = block;
        this.round = round;
    }

    /** The document as JSON; not minified it has a line for each member, as the provider writes it. */
    Value json(boolean minified) {
        Value structure = structure();
        Origin origin = Origin.at(block.header());
        return structure.known()
                ? new Value.Str(new PolicyText(!minified).write(structure), origin)
                : new Value.Str(List.of(new Piece.Encoded(Encoding.JSON, structure)), origin);
    }

    private Value.Dict structure() {
        Span at = block.header();
        PolicyMerge merge = new PolicyMerge(at);
        documents("source_json").forEach(merge::add);
        documents("source_policy_documents").forEach(merge::add);
        merge.version(attribute("version").orElseGet(() -> Run.text("2012-10-17", at)));
        attribute("policy_id").ifPresent(merge::id);
        new PolicyStatements(at).read(statements()).forEach(merge::statement);
        documents("override_json").forEach(merge::add);
        documents("override_policy_documents").forEach(merge::add);
        return merge.document();
    }

    private Value.Seq statements() {
        Scope scope = resources.scope(round);
        return new NestedBlocks(run, NestedBlocks.Unsaid.NOTHING)
                .read(block.body(), "statement", scope, ".statement", block.header());
    }

    private Optional<Value> attribute(String name) {
        return resources.written(block, round, name);
    }

    /** Other documents that this one takes over: a text, or a list of texts. */
    private List<Element> documents(String name) {
        return attribute(name).stream()
                .flatMap(value -> Case.of(value, Guard.ALWAYS).stream())
                .flatMap(one -> switch (one.value()) {
                    case Value.Seq sequence -> sequence.elements().stream().map(element -> under(element, one.guard()));
                    case Value.Unknown unknown -> List.<Element>of(new Element.Rest(unknown, one.guard())).stream();
                    case Value.Str text -> List.<Element>of(new Element.One(text, one.guard())).stream();
                    case Value.Null _, Value.Bool _, Value.Num _, Value.Dict _, Value.Choice _ ->
                        List.<Element>of().stream();
                })
                .toList();
    }

    private static Element under(Element element, Guard guard) {
        return switch (element) {
            case Element.One(Value value, Guard own) -> new Element.One(value, guard.and(own));
            case Element.Rest(Value.Unknown why, Guard own) -> new Element.Rest(why, guard.and(own));
        };
    }
}
