package dev.envgate.yaml;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.AnchorNode;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Makes our tree of the library's. An alias is read as what it stands for, as often as the bound on all nodes allows. */
final class TreeBuilder {
    private static final int MOST_NODES = 20_000;
    private static final int DEEPEST = 32;

    private final SourceFile file;
    private final List<Problem> problems = new ArrayList<>();
    private final int codePoints;
    private int nodes;
    private int depth;

    TreeBuilder(SourceFile file) {
        this.file = file;
        this.codePoints = file.text().codePointCount(0, file.text().length());
    }

    List<Problem> problems() {
        return problems;
    }

    YamlNode build(Node node) {
        if (++nodes > MOST_NODES || depth >= DEEPEST) {
            return tooMuch(span(node));
        }
        depth++;
        YamlNode built = switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> sequence(sequence);
            case ScalarNode scalar -> scalar(scalar);
            case AnchorNode anchor -> build(anchor.getRealNode());
            default -> nothing(span(node));
        };
        depth--;
        return built;
    }

    private YamlNode tooMuch(Span at) {
        if (problems.stream().noneMatch(each -> each.hint().equals(Complaint.BOUND_HINT))) {
            problems.add(new Problem(
                    at,
                    depth >= DEEPEST
                            ? "The file is nested deeper than %d levels.".formatted(DEEPEST)
                            : "With its aliases, the file has more than %,d parts.".formatted(MOST_NODES),
                    Complaint.BOUND_HINT));
        }
        return nothing(at);
    }

    private static YamlNode.Scalar nothing(Span at) {
        return new YamlNode.Scalar("", YamlNode.Sort.NOTHING, at);
    }

    private YamlNode mapping(MappingNode node) {
        List<YamlNode.Entry> entries = new ArrayList<>();
        Map<String, Span> seen = new HashMap<>();
        for (NodeTuple tuple : node.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode scalar) {
                entry(scalar(scalar), tuple.getValueNode(), seen).ifPresent(entries::add);
            } else {
                problems.add(new Problem(
                        span(tuple.getKeyNode()), "A key is a list or a mapping.", "Keys are plain words here."));
            }
        }
        return new YamlNode.Mapping(entries, span(node));
    }

    private Optional<YamlNode.Entry> entry(YamlNode.Scalar key, Node value, Map<String, Span> seen) {
        if (seen.containsKey(key.text())) {
            problems.add(new Problem(
                    key.span(),
                    "The key is there twice; it stands in line %d already."
                            .formatted(seen.get(key.text()).line()),
                    "Keep one of them.",
                    true));
            return Optional.empty();
        }
        seen.put(key.text(), key.span());
        return Optional.of(new YamlNode.Entry(key, build(value)));
    }

    private YamlNode sequence(SequenceNode node) {
        List<YamlNode> items = new ArrayList<>();
        for (Node item : node.getValue()) {
            items.add(build(item));
        }
        return new YamlNode.Sequence(items, span(node));
    }

    private YamlNode.Scalar scalar(ScalarNode node) {
        return new YamlNode.Scalar(node.getValue(), sort(node.getTag()), span(node));
    }

    private static YamlNode.Sort sort(Tag tag) {
        if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
            return YamlNode.Sort.NUMBER;
        }
        if (tag.equals(Tag.BOOL)) {
            return YamlNode.Sort.TRUTH;
        }
        return tag.equals(Tag.NULL) ? YamlNode.Sort.NOTHING : YamlNode.Sort.TEXT;
    }

    /** From where the node begins to where it ends; a block ends where the next thing begins, so only its first line is kept. */
    private Span span(Node node) {
        int start = node.getStartMark().map(this::offset).orElse(0);
        int end = node.getEndMark().map(this::offset).orElse(start);
        int line = file.text().indexOf('\n', start);
        return file.span(start, line < 0 ? end : Math.min(end, line));
    }

    private int offset(Mark mark) {
        int index = Math.min(mark.getIndex(), codePoints);
        return codePoints == file.text().length() ? index : file.text().offsetByCodePoints(0, index);
    }
}
