package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import dev.envgate.text.Workspace;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Evaluates expressions as Terraform does, as far as files can tell. It never throws: what Terraform would refuse, what is not supported and
 * what is too large is {@link Value.Unknown} with its cause. One evaluator serves one run, because it also keeps the run's bounds.
 */
public final class Evaluator {
    private final Budget budget;
    private final Notes notes = new Notes();
    private final Conditionals conditionals = new Conditionals(this);
    private final Loops loops = new Loops(this);
    private final Templates templates = new Templates(this, loops);
    private final Calls calls;

    /** @param workspace what files may be read, from the directory that Terraform would be started in; see {@link Workspace#from} */
    public Evaluator(Workspace workspace) {
        this(workspace, Extension.NONE);
    }

    /**
     * An evaluator for a tool that has functions of its own.
     *
     * @param workspace what files may be read, from the directory that the tool reads them from
     */
    public Evaluator(Workspace workspace, Extension extension) {
        this(workspace, new Budget(Budget.STEPS), extension);
    }

    Evaluator(Workspace workspace, Budget budget) {
        this(workspace, budget, Extension.NONE);
    }

    private Evaluator(Workspace workspace, Budget budget, Extension extension) {
        this.budget = budget;
        this.calls = new Calls(this, new FileFunctions(workspace), extension);
    }

    /** What an expression comes to where its names mean what the scope says. */
    public Value evaluate(Expression expression, Scope scope) {
        if (!budget.enter()) {
            return site(expression, scope).bound("it is nested too deep or takes too long");
        }
        try {
            return bounded(value(expression, scope), expression, scope);
        } catch (StackOverflowError error) {
            if (budget.outermost()) {
                return site(expression, scope).bound("it is nested too deep");
            }
            throw error;
        } finally {
            budget.leave();
        }
    }

    /** What failed or is not supported in all that was evaluated so far, each cause once, without what {@code try} recovered from. */
    public List<Cause> failures() {
        return notes.causes();
    }

    Site site(Expression expression, Scope scope) {
        return new Site(expression, scope, notes);
    }

    Budget budget() {
        return budget;
    }

    Notes notes() {
        return notes;
    }

    Conditionals conditionals() {
        return conditionals;
    }

    Templates templates() {
        return templates;
    }

    private Value bounded(Value value, Expression expression, Scope scope) {
        Extent extent = Extent.of(value);
        if (extent.weight() > Budget.WEIGHT || extent.depth() > Budget.NESTING) {
            return site(expression, scope)
                    .bound("it is larger than " + Budget.WEIGHT + " characters or nested too deep");
        }
        return budget.carry(extent.weight())
                ? value
                : site(expression, scope).bound("it is large, and there is too much that is large");
    }

    private Value value(Expression expression, Scope scope) {
        return switch (expression) {
            case Expression.NullLiteral literal -> new Value.Null(Origin.at(literal.span()));
            case Expression.BoolLiteral literal -> new Value.Bool(literal.value(), Origin.at(literal.span()));
            case Expression.NumberLiteral literal -> number(literal, scope);
            case Expression.Template template -> templates.evaluate(template, scope);
            case Expression.Root root -> traversal(root, root, new ArrayList<>(), scope);
            case Expression.Attribute attribute -> attribute(attribute, scope);
            case Expression.Index index -> index(index, scope);
            case Expression.Splat splat -> splat(splat, scope);
            case Expression.Item item ->
                traversal(item, new Expression.Root(LoopScope.ITEM, item.span()), new ArrayList<>(), scope);
            case Expression.Call call -> calls.evaluate(call, scope);
            case Expression.Conditional conditional -> conditionals.evaluate(conditional, scope);
            case Expression.Binary binary -> binary(binary, scope);
            case Expression.Unary unary ->
                new Operators(site(unary, scope)).unary(unary.operator(), evaluate(unary.operand(), scope));
            case Expression.Parenthesised parenthesised -> evaluate(parenthesised.inner(), scope);
            case Expression.Tuple tuple -> tuple(tuple, scope);
            case Expression.ObjectCons object -> object(object, scope);
            case Expression.ForTuple loop -> loops.tuple(loop, scope);
            case Expression.ForObject loop -> loops.object(loop, scope);
        };
    }

    private Value number(Expression.NumberLiteral literal, Scope scope) {
        if (literal.number().isSmall()) {
            return new Value.Num(literal.number(), Origin.at(literal.span()));
        }
        return Arithmetic.outOfBounds(literal.value())
                ? site(literal, scope).bound("the number has more than " + Budget.DIGITS + " digits")
                : new Value.Num(Arithmetic.literal(literal.value()), Origin.at(literal.span()));
    }

    private Value attribute(Expression.Attribute attribute, Scope scope) {
        List<Expression.Attribute> steps = new ArrayList<>();
        Expression start = attribute;
        while (start instanceof Expression.Attribute step) {
            steps.add(step);
            start = step.object();
        }
        List<Expression.Attribute> forward = steps.reversed();
        return start instanceof Expression.Root root
                ? traversal(attribute, root, forward, scope)
                : follow(evaluate(start, scope), forward, scope);
    }

    private Value traversal(Expression whole, Expression.Root root, List<Expression.Attribute> steps, Scope scope) {
        List<String> names = steps.stream().map(Expression.Attribute::name).toList();
        Optional<Scope.Resolved> resolved = scope.resolve(root.name(), names, whole.span());
        if (resolved.isEmpty()) {
            return site(whole, scope).failed("there is nothing called `" + root.name() + "` here");
        }
        int used = Math.min(resolved.get().used(), steps.size());
        return follow(resolved.get().value(), steps.subList(used, steps.size()), scope);
    }

    private Value follow(Value from, List<Expression.Attribute> steps, Scope scope) {
        Value value = from;
        for (Expression.Attribute step : steps) {
            value = new Access(site(step, scope)).attribute(value, step.name());
        }
        return value;
    }

    private Value index(Expression.Index index, Scope scope) {
        Value collection = evaluate(index.collection(), scope);
        return new Access(site(index, scope)).index(collection, evaluate(index.key(), scope));
    }

    private Value splat(Expression.Splat splat, Scope scope) {
        Value source = evaluate(splat.source(), scope);
        Site site = site(splat, scope);
        return Cases.top(source, site, value -> switch (value) {
            case Value.Null ignored -> new Value.Seq(Shape.TUPLE, List.of(), site.origin());
            case Value.Seq sequence -> each(splat, sequence, scope, site);
            case Value.Unknown unknown -> eachOf(splat, unknown, scope, site);
            case Value other -> Value.Seq.of(Shape.TUPLE, List.of(item(splat, other, scope)), site.origin());
        });
    }

    private Value each(Expression.Splat splat, Value.Seq sequence, Scope scope, Site site) {
        List<Element> elements = new ArrayList<>();
        for (Element element : TakenOut.elements(sequence)) {
            elements.add(
                    switch (element) {
                        case Element.One one -> new Element.One(item(splat, one.value(), scope), one.guard());
                        case Element.Rest rest -> rest(splat, rest, scope);
                    });
        }
        Shape shape = sequence.shape() == Shape.TUPLE ? Shape.TUPLE : Shape.LIST;
        return Spread.ordered(new Value.Seq(shape, elements, site.origin(List.of(sequence))), !sequence.shuffled());
    }

    private Element rest(Expression.Splat splat, Element.Rest rest, Scope scope) {
        Value each = item(splat, rest.why(), scope);
        return each instanceof Value.Unknown unknown ? new Element.Rest(unknown, rest.guard()) : rest;
    }

    // `aws_x.y[*].arn` of something that is not known stays a reference that can be followed.
    private Value eachOf(Expression.Splat splat, Value.Unknown unknown, Scope scope, Site site) {
        if (unknown.cause().kind() == Cause.Kind.FAILED) {
            return unknown;
        }
        Value item = item(splat, new Access(site).step(unknown, splat.attributeOnly() ? ".*" : "[*]"), scope);
        return item instanceof Value.Unknown each
                ? new Value.Unknown(each.symbol(), new Type.ListOf(Types.ANY), each.cause(), each.origin())
                : site.derived(Types.ANY, unknown);
    }

    private Value item(Expression.Splat splat, Value item, Scope scope) {
        return evaluate(splat.each(), new LoopScope(scope, Map.of(LoopScope.ITEM, item)));
    }

    // A chain of operators leans to the left and may be long, so it is not walked by recursion.
    private Value binary(Expression.Binary binary, Scope scope) {
        Deque<Expression.Binary> chain = new ArrayDeque<>();
        Expression start = binary;
        while (start instanceof Expression.Binary next) {
            chain.push(next);
            start = next.left();
        }
        Value value = evaluate(start, scope);
        for (Expression.Binary next : chain) {
            Value right = evaluate(next.right(), scope);
            value = new Operators(site(next, scope)).binary(next.operator(), value, right);
        }
        return value;
    }

    private Value tuple(Expression.Tuple tuple, Scope scope) {
        List<Element> elements = new ArrayList<>();
        for (Expression item : tuple.items()) {
            elements.add(new Element.One(evaluate(item, scope), Guard.ALWAYS));
        }
        return new Value.Seq(Shape.TUPLE, elements, Origin.at(tuple.span()));
    }

    private Value object(Expression.ObjectCons object, Scope scope) {
        Overlay overlay = new Overlay();
        List<Value> failures = new ArrayList<>();
        for (Expression.ObjectCons.Pair pair : object.pairs()) {
            Value value = evaluate(pair.value(), scope);
            Spread.cases(key(pair.key(), scope), Guard.ALWAYS, (key, guard) -> {
                if (key instanceof Value.Unknown unknown && unknown.cause().kind() == Cause.Kind.FAILED) {
                    failures.add(key);
                } else {
                    Value.Str name = new Value.Str(Strings.pieces(key), key.origin());
                    overlay.add(new Pair.One(name, Conditions.assume(value, guard), guard));
                }
            });
        }
        return failures.isEmpty()
                ? new Value.Dict(true, overlay.pairs(), Origin.at(object.span()))
                : failures.getFirst();
    }

    private Value key(Expression key, Scope scope) {
        if (key instanceof Expression.Root root) {
            return Value.Str.of(root.name(), Origin.at(root.span()));
        }
        if (key instanceof Expression.NullLiteral) {
            return Value.Str.of("null", Origin.at(key.span()));
        }
        Site site = site(key, scope);
        return Cases.top(evaluate(key, scope), site, value -> switch (value) {
            case Value.Null ignored -> site.failed("the key is null");
            case Value other -> site.converted(other, Types.STRING);
        });
    }
}
