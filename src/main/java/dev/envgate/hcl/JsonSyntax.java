package dev.envgate.hcl;

import dev.envgate.hcl.Expression.ObjectCons;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON syntax of HCL. JSON does not show what is a block, so the reader is told, for the outermost level; what may be a block
 * further inside stays an attribute that {@link Body#blocks(String, int)} reads as blocks when asked.
 */
public final class JsonSyntax {
    /** The blocks of Terraform's language, and how many labels each has. */
    public static final Map<String, Integer> TERRAFORM = Map.ofEntries(
            Map.entry("check", 1),
            Map.entry("data", 2),
            Map.entry("ephemeral", 2),
            Map.entry("import", 0),
            Map.entry("locals", 0),
            Map.entry("module", 1),
            Map.entry("moved", 0),
            Map.entry("output", 1),
            Map.entry("provider", 1),
            Map.entry("removed", 0),
            Map.entry("resource", 2),
            Map.entry("terraform", 0),
            Map.entry("variable", 1));

    private final Map<String, Integer> labels;
    private final boolean blocks;
    private final List<Problem> problems = new ArrayList<>();

    private JsonSyntax(Map<String, Integer> labels, boolean blocks) {
        this.labels = labels;
        this.blocks = blocks;
    }

    /**
     * Reads a file like {@code main.tf.json}, whose strings are templates.
     *
     * @param labels the names that are blocks, and how many labels each has: {@link #TERRAFORM}
     */
    public static Parsed<Body> parseFile(SourceFile file, Map<String, Integer> labels) {
        return new JsonSyntax(labels, true).read(new JsonReader(file, true).read());
    }

    /** Reads a file like {@code terraform.tfvars.json}: attributes only, whose strings are plain text. */
    public static Parsed<Body> parseValues(SourceFile file) {
        return new JsonSyntax(Map.of(), false).read(new JsonReader(file, false).read());
    }

    private Parsed<Body> read(Parsed<Expression> json) {
        problems.addAll(json.problems());
        Body body = json.ok() || !(json.value() instanceof Expression.NullLiteral)
                ? root(json.value())
                : Body.json(List.of(), List.of(), json.value().span());
        problems.sort(Comparator.comparingInt(each -> each.span().start()));
        return new Parsed<>(body, problems);
    }

    private Body root(Expression root) {
        List<ObjectCons.Pair> pairs = new ArrayList<>();
        for (Expression each : blocks ? each(root) : List.of(root)) {
            if (each instanceof ObjectCons object) {
                pairs.addAll(object.pairs());
            } else {
                problems.add(Problem.at(each.span(), "The file must hold a JSON object and nothing else."));
            }
        }
        return body(pairs, root.span());
    }

    private Body body(List<ObjectCons.Pair> pairs, Span span) {
        List<Body.Attribute> attributes = new ArrayList<>();
        List<Body.Block> blocks = new ArrayList<>();
        Map<String, Span> names = new HashMap<>();
        for (ObjectCons.Pair pair : pairs) {
            String name = name(pair.key());
            Integer depth = labels.get(name);
            if (depth != null) {
                blocks.addAll(blocks(name, pair, depth));
            } else if (!isComment(name)) {
                noteDuplicate(names, name, pair.key().span());
                attributes.add(new Body.Attribute(name, pair.key().span(), pair.value()));
            }
        }
        return Body.json(attributes, blocks, span);
    }

    private void noteDuplicate(Map<String, Span> names, String name, Span span) {
        Span earlier = names.putIfAbsent(name, span);
        if (earlier != null && blocks) {
            problems.add(new Problem(
                    span,
                    "The argument `" + name + "` is set twice.",
                    "It is already set on line " + earlier.line() + "; remove one of the two."));
        }
    }

    private List<Body.Block> blocks(String type, ObjectCons.Pair pair, int depth) {
        JsonBlocks reader = new JsonBlocks(type, pair.key().span());
        List<Body.Block> found = reader.read(pair.value(), depth);
        problems.addAll(reader.problems());
        return found;
    }

    /** The elements of a list, or the value itself when it is none. */
    static List<Expression> each(Expression value) {
        return value instanceof Expression.Tuple list ? list.items() : List.of(value);
    }

    static boolean isComment(String name) {
        return name.equals("//");
    }

    /** The name that a key is; one with sequences in it is no name, and is its own text. */
    static String name(Expression key) {
        StringBuilder name = new StringBuilder();
        if (key instanceof Expression.Template template) {
            for (TemplatePart part : template.parts()) {
                name.append(
                        part instanceof TemplatePart.Text text
                                ? text.text()
                                : part.span().text());
            }
        }
        return name.toString();
    }
}
