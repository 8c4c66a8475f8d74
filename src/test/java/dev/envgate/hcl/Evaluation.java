package dev.envgate.hcl;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates one expression for a test. */
final class Evaluation {
    private Evaluation() {}

    /** As JSON, or {@code @@ERR@@} where Terraform would refuse it. */
    static String json(String expression) {
        Parsed<Expression> parsed = HclParser.parseExpression(new SourceFile("test.tf", expression));
        if (!parsed.ok()) {
            return "@@SYNTAX@@";
        }
        Evaluator evaluator = new Evaluator(new NoFiles());
        Value value = evaluator.evaluate(parsed.value(), new NoNames());
        boolean failed = evaluator.failures().stream().anyMatch(cause -> cause.kind() == Cause.Kind.FAILED);
        return failed || Extent.of(value).failed() ? "@@ERR@@" : Encoding.JSON.render(value);
    }

    /** A value converted to a type, as JSON, or {@code @@ERR@@} where that cannot be done. */
    static String converted(String type, String value) {
        Evaluator evaluator = new Evaluator(new NoFiles());
        Parsed<Type> wanted = TypeConstraint.parse(parsed(type), evaluator);
        Value converted = Conversion.convert(evaluator.evaluate(parsed(value), new NoNames()), wanted.value());
        return !wanted.ok() || Extent.of(converted).failed() ? "@@ERR@@" : Encoding.JSON.render(converted);
    }

    static Expression parsed(String expression) {
        return HclParser.parseExpression(new SourceFile("test.tf", expression)).value();
    }

    /** As {@link Rendering} shows it, in a scope where {@code var.x}, {@code aws_x.y.z} and {@code local.x} are not known. */
    static String partly(String expression) {
        Parsed<Expression> parsed = HclParser.parseExpression(new SourceFile("test.tf", expression));
        if (!parsed.ok()) {
            return "@@SYNTAX@@ " + parsed.problems().getFirst().message();
        }
        return Rendering.of(new Evaluator(new NoFiles()).evaluate(parsed.value(), new Unknowns()));
    }

    /** A scope in which everything is there and nothing is known. */
    static final class Unknowns implements Scope {
        @Override
        public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
            if (attributes.isEmpty()) {
                return Optional.empty();
            }
            String name = root + "." + attributes.getFirst();
            Symbol symbol = root.equals("var") ? Symbol.expression(name) : new Symbol("", name, "");
            Cause cause = root.equals("var")
                    ? new Cause(Cause.Kind.NOT_GIVEN, "depends on `" + name + "`, which has no default", at)
                    : new Cause(Cause.Kind.COMPUTED, "depends on `" + name + "`", at);
            return Optional.of(new Resolved(new Value.Unknown(symbol, Types.ANY, cause, Origin.at(at)), 1));
        }
    }

    /** A scope in which some names below {@code var} have values. */
    record Given(Map<String, Value> values) implements Scope {
        @Override
        public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
            return attributes.isEmpty()
                    ? Optional.empty()
                    : Optional.ofNullable(values.get(attributes.getFirst())).map(value -> new Resolved(value, 1));
        }
    }

    /** A scope without names. */
    static final class NoNames implements Scope {
        @Override
        public Optional<Resolved> resolve(String root, List<String> attributes, Span at) {
            return Optional.empty();
        }
    }

    /** A workspace without files. */
    static final class NoFiles implements Workspace {
        @Override
        public Read read(Path path) {
            return new Read.Refused("there is none");
        }

        @Override
        public Read readTolerantly(Path path) {
            return read(path);
        }

        @Override
        public Listing list(Path directory) {
            return new Listing.Found(List.of());
        }

        @Override
        public Path absolute(Path path) {
            return path;
        }

        @Override
        public Workspace from(Path directory) {
            return this;
        }

        @Override
        public String show(Path path) {
            return path.toString();
        }
    }
}
