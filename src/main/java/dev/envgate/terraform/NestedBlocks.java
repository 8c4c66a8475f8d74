package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Scope;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.TakenOut;
import dev.envgate.hcl.TemplatePart;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.text.Span;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The blocks inside of a block as values: each type of block is a list of objects, {@code dynamic} ones written out. */
final class NestedBlocks {
    private static final String DYNAMIC = "dynamic";

    /** How many blocks one {@code dynamic} may make. Terraform has no bound; real ones stay below a hundred. */
    private static final int MOST = 2_000;

    /** Terraform goes through mappings by key; what has no known key comes last. */
    private static final Comparator<Pair> BY_KEY = Comparator.comparing(NestedBlocks::isOpen)
            .thenComparing(pair -> pair instanceof Pair.One one ? one.key().text() : "");

    private final Run run;
    private final Unsaid unsaid;

    NestedBlocks(Run run, Unsaid unsaid) {
        this.run = run;
        this.unsaid = unsaid;
    }

    /** What is known of the parts of an object that its blocks do not say. */
    interface Unsaid {
        /** The blocks say all there is. */
        Unsaid NOTHING = new Unsaid() {
            @Override
            public List<Pair> members(String path) {
                return List.of();
            }

            @Override
            public Value.Unknown blocks(String path, Value.Unknown why) {
                return why;
            }
        };

        /** Further members of the block at a path: {@code .setting[0]}. */
        List<Pair> members(String path);

        /** What stands for blocks of which it is not known how many there are. */
        Value.Unknown blocks(String path, Value.Unknown why);
    }

    /** The types of the blocks that stand in a body, {@code dynamic} ones by the type that they make. */
    static Set<String> types(Body body) {
        Set<String> types = new LinkedHashSet<>();
        body.blocks().forEach(block -> types.add(typeOf(block)));
        return types;
    }

    private static String typeOf(Body.Block block) {
        return isDynamic(block) ? block.labels().getFirst().text() : block.type();
    }

    private static boolean isDynamic(Body.Block block) {
        return block.type().equals(DYNAMIC) && block.labels().size() == 1;
    }

    /** Whether a body has blocks of a type, if perhaps only under conditions. */
    static boolean has(Body body, String type) {
        return of(body, type).findAny().isPresent();
    }

    /** In the order in which they are written, where the syntax has one. */
    private static Stream<Body.Block> of(Body body, String type) {
        return body.json()
                ? Stream.concat(
                        body.blocks(type),
                        body.blocks(DYNAMIC, 1).filter(each -> typeOf(each).equals(type)))
                : body.blocks().stream().filter(each -> typeOf(each).equals(type));
    }

    /**
     * All blocks of a type in a body.
     *
     * @param path where the list stands in the whole resource: {@code .statement}
     */
    Value.Seq read(Body body, String type, Scope scope, String path, Span at) {
        List<Element> elements = new ArrayList<>();
        of(body, type).forEach(block -> {
            if (isDynamic(block)) {
                elements.addAll(new Dynamic(block, scope, path).elements());
            } else {
                Value one = object(block, scope, path + "[" + elements.size() + "]");
                elements.add(new Element.One(one, Guard.ALWAYS));
            }
        });
        return new Value.Seq(Value.Seq.Shape.TUPLE, elements, Origin.at(at));
    }

    private Value.Dict object(Body.Block block, Scope scope, String path) {
        Body body = block.body();
        List<Pair> pairs = new ArrayList<>();
        body.attributes()
                .forEach(each -> pairs.add(pair(each.name(), run.evaluate(each.value(), scope), each.nameSpan())));
        types(body)
                .forEach(type -> pairs.add(
                        pair(type, read(body, type, scope, path + "." + type, block.header()), block.header())));
        pairs.addAll(unsaid.members(path));
        return new Value.Dict(true, pairs, Origin.at(block.header()));
    }

    private static boolean isOpen(Pair pair) {
        return !(pair instanceof Pair.One one && one.key().known());
    }

    private static Pair pair(String name, Value value, Span at) {
        return new Pair.One(Run.text(name, at), value, Guard.ALWAYS);
    }

    /** {@code dynamic "type" { for_each, iterator, content }}: one block for each element. */
    private final class Dynamic {
        private final Body.Block block;
        private final Scope scope;
        private final String path;
        private final List<Element> elements = new ArrayList<>();
        private boolean full;

        Dynamic(Body.Block block, Scope scope, String path) {
            this.block = block;
            this.scope = scope;
            this.path = path;
        }

        List<Element> elements() {
            block.body()
                    .attribute("for_each")
                    .map(each -> run.evaluate(each.value(), scope))
                    .ifPresent(value -> Case.of(value, Guard.ALWAYS).forEach(this::each));
            return elements;
        }

        private void each(Case one) {
            switch (one.value()) {
                case Value.Dict mapping ->
                    TakenOut.pairs(mapping).stream().sorted(BY_KEY).forEach(pair -> pair(pair, one.guard()));
                case Value.Seq sequence -> sequence(sequence, one.guard());
                case Value.Unknown unknown -> rest(unknown, one.guard());
                case Value.Null _, Value.Bool _, Value.Num _, Value.Str _, Value.Choice _ -> {}
            }
        }

        private void pair(Pair pair, Guard guard) {
            switch (pair) {
                case Pair.One(Value.Str key, Value value, Guard own) -> content(key, value, guard.and(own));
                case Pair.Rest(Value.Unknown why, Guard own) -> rest(why, guard.and(own));
            }
        }

        private void sequence(Value.Seq sequence, Guard guard) {
            List<Element> taken = TakenOut.elements(sequence);
            for (int i = 0; i < taken.size(); i++) {
                switch (taken.get(i)) {
                    case Element.One(Value value, Guard own) -> content(key(sequence, value, i), value, guard.and(own));
                    case Element.Rest(Value.Unknown why, Guard own) -> rest(why, guard.and(own));
                }
            }
        }

        /** The elements of a set are their own keys. */
        private Value key(Value.Seq sequence, Value element, int index) {
            return sequence.shape() == Value.Seq.Shape.SET
                    ? element
                    : new Value.Num(BigDecimal.valueOf(index), sequence.origin());
        }

        private void content(Value key, Value value, Guard guard) {
            if (guard.never() || full) {
                return;
            }
            if (elements.size() >= MOST) {
                full = true;
                rest(tooMany(), Guard.ALWAYS);
                return;
            }
            String iterator = iterator();
            Round round = new Round("", Map.of(iterator + ".key", key, iterator + ".value", value), guard, List.of());
            block.body()
                    .blocks("content")
                    .findFirst()
                    .map(content -> object(content, new RoundScope(scope, round), path + "[" + elements.size() + "]"))
                    .ifPresent(object -> elements.add(new Element.One(object, guard)));
        }

        private Value.Unknown tooMany() {
            String reason =
                    "has more than %,d `%s` blocks, and the others are not written out".formatted(MOST, typeOf(block));
            Cause cause = new Cause(Cause.Kind.UNSUPPORTED, reason, block.header());
            return new Value.Unknown(
                    Symbol.expression(typeOf(block)), new Type.Any(), cause, Origin.at(block.header()));
        }

        private void rest(Value.Unknown why, Guard guard) {
            elements.add(new Element.Rest(unsaid.blocks(path, why), guard));
        }

        private String iterator() {
            return block.body()
                    .attribute("iterator")
                    .map(iterator -> name(iterator.value()))
                    .filter(name -> !name.isEmpty())
                    .orElseGet(() -> typeOf(block));
        }

        /** Old code writes it in quotes. */
        private static String name(Expression iterator) {
            if (iterator instanceof Expression.Root(String name, Span _)) {
                return name;
            }
            return iterator instanceof Expression.Template template
                            && template.parts().size() == 1
                            && template.parts().getFirst() instanceof TemplatePart.Text text
                    ? text.text()
                    : "";
        }
    }
}
