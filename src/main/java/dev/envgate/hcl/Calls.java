package dev.envgate.hcl;

import dev.envgate.hcl.Function.Need;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Unknown;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evaluates calls of functions: brings the arguments into the form that the function asked for, or says why that cannot be. */
final class Calls {
    private static final String CORE = "core::";

    private final Evaluator evaluator;
    private final Map<String, Function> functions;
    private final Attempts attempts;
    private final TemplateCalls templates;
    private final Extension extension;

    Calls(Evaluator evaluator, FileFunctions files, Extension extension) {
        this.evaluator = evaluator;
        this.extension = extension;
        this.functions = Functions.all(files, evaluator.budget());
        this.attempts = new Attempts(evaluator);
        this.templates = new TemplateCalls(evaluator, files);
    }

    Value evaluate(Expression.Call call, Scope scope) {
        Site site = evaluator.site(call, scope);
        String name = call.name().startsWith(CORE) ? call.name().substring(CORE.length()) : call.name();
        return switch (name) {
            case "try" -> attempts.first(call, scope, site);
            case "can" -> attempts.can(call, scope, site);
            case "templatefile" -> spread(call, scope, site, arguments -> templates.file(arguments, scope, site));
            case "templatestring" ->
                reference(call)
                        ? spread(call, scope, site, arguments -> templates.string(arguments, scope, site))
                        : site.failed("the template of `templatestring` must be a reference");
            default -> function(name, call, scope, site);
        };
    }

    private static boolean reference(Expression.Call call) {
        return !call.arguments().isEmpty()
                && switch (call.arguments().getFirst()) {
                    case Expression.Root ignored -> true;
                    case Expression.Attribute ignored -> true;
                    case Expression.Index ignored -> true;
                    case Expression ignored -> false;
                };
    }

    private Value function(String name, Expression.Call call, Scope scope, Site site) {
        Function function = functions.get(name);
        return function == null
                ? unknownFunction(name, call, scope, site)
                : spread(call, scope, site, elements -> new Preparation(function, site).apply(elements));
    }

    private Value unknownFunction(String name, Expression.Call call, Scope scope, Site site) {
        List<Value> arguments = call.arguments().stream()
                .map(argument -> evaluator.evaluate(argument, scope))
                .toList();
        return extension.call(name, arguments, call.span()).orElseGet(() -> noFunction(name, site));
    }

    private static Value noFunction(String name, Site site) {
        return name.contains("::")
                ? site.unsupported("`" + name + "` is a function of a provider, which envgate does not run")
                : site.failed("there is no function `" + name + "`");
    }

    /** What is done with the arguments. */
    private interface Work {
        Value apply(List<Element> arguments);
    }

    private Value spread(Expression.Call call, Scope scope, Site site, Work work) {
        List<Element> arguments = new ArrayList<>();
        for (Expression argument : call.arguments()) {
            arguments.add(new Element.One(evaluator.evaluate(argument, scope), Guard.ALWAYS));
        }
        if (!call.expandsLast() || arguments.isEmpty()) {
            return work.apply(arguments);
        }
        if (!(arguments.removeLast() instanceof Element.One last)) {
            return work.apply(arguments);
        }
        return expanded(arguments, last.value(), site, work);
    }

    private static Value expanded(List<Element> arguments, Value last, Site site, Work work) {
        List<Element> all = new ArrayList<>(arguments);
        List<Unknown> failures = new ArrayList<>();
        all.addAll(Spread.elements(last, (value, guard) -> switch (value) {
            case Value.Seq sequence -> TakenOut.elements(sequence);
            case Unknown unknown -> {
                if (failed(unknown)) {
                    failures.add(unknown);
                }
                yield List.of(new Element.Rest(unknown, Guard.ALWAYS));
            }
            case Value other -> {
                failures.add(site.failed("`...` spreads a list, and this is " + Types.kind(other)));
                yield List.of();
            }
        }));
        return failures.isEmpty() ? work.apply(all) : failures.getFirst();
    }

    static boolean failed(Value value) {
        return value instanceof Unknown unknown && unknown.cause().kind() == Cause.Kind.FAILED;
    }

    /** One call on its way to its function. */
    private static final class Preparation {
        private final Function function;
        private final Site site;

        Preparation(Function function, Site site) {
            this.function = function;
            this.site = site;
        }

        Value apply(List<Element> elements) {
            boolean plain = elements.stream()
                    .allMatch(
                            each -> each instanceof Element.One && each.guard().always());
            if (plain) {
                return arity(elements);
            }
            return function.open() ? open(elements) : settled(elements);
        }

        private Value open(List<Element> elements) {
            List<Element> settled = new ArrayList<>(elements);
            for (int i = 0; i < function.parameters().size(); i++) {
                if (i >= elements.size()
                        || !(elements.get(i) instanceof Element.One one)
                        || !one.guard().always()) {
                    return site.derived(function.result(), new Invocation(site, elements).arguments());
                }
                Value converted =
                        site.converted(one.value(), function.parameter(i).type());
                if (converted instanceof Unknown
                        || converted instanceof Value.Choice
                        || converted instanceof Value.Null) {
                    return failed(converted) ? converted : site.derived(function.result(), converted);
                }
                settled.set(i, new Element.One(converted, Guard.ALWAYS));
            }
            return answer(settled);
        }

        // A function that wants each argument is called for each case of which are there.
        private Value settled(List<Element> elements) {
            Value.Seq all = new Value.Seq(Value.Seq.Shape.TUPLE, elements, site.origin());
            if (elements.stream().anyMatch(Element.Rest.class::isInstance)) {
                return site.derived(function.result(), all);
            }
            return Cases.deep(
                    List.of(all),
                    site,
                    one -> one.getFirst() instanceof Value.Seq sequence && sequence.closed()
                            ? arity(sequence.elements())
                            : site.derived(function.result(), all));
        }

        private Value arity(List<Element> elements) {
            List<Value> arguments = new Invocation(site, elements).arguments();
            if (!function.accepts(arguments.size())) {
                return site.failed("`" + function.name() + "` takes "
                        + function.parameters().size() + (function.more().isPresent() ? " or more" : "")
                        + " arguments, and " + arguments.size() + " are given");
            }
            return cases(arguments);
        }

        private Value cases(List<Value> arguments) {
            for (int i = 0; i < arguments.size(); i++) {
                if (need(i) != Need.RAW && arguments.get(i) instanceof Value.Choice) {
                    return Cases.top(shielded(arguments), site, settled -> prepared(unshielded(settled, arguments)));
                }
            }
            return prepared(arguments);
        }

        // Arguments that the function takes raw are not to be split.
        private List<Value> shielded(List<Value> arguments) {
            List<Value> shielded = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                Value value = arguments.get(i);
                shielded.add(
                        need(i) == Need.RAW
                                ? Value.Seq.of(Value.Seq.Shape.TUPLE, List.of(value), value.origin())
                                : value);
            }
            return shielded;
        }

        private List<Value> unshielded(List<Value> settled, List<Value> arguments) {
            List<Value> plain = new ArrayList<>();
            for (int i = 0; i < settled.size(); i++) {
                boolean shielded = need(i) == Need.RAW
                        && settled.get(i) instanceof Value.Seq sequence
                        && sequence.elements().size() == 1;
                plain.add(shielded ? inner(settled.get(i), arguments.get(i)) : settled.get(i));
            }
            return plain;
        }

        private static Value inner(Value shield, Value otherwise) {
            return shield instanceof Value.Seq sequence && sequence.elements().getFirst() instanceof Element.One one
                    ? one.value()
                    : otherwise;
        }

        private Need need(int index) {
            return function.parameter(index).need();
        }

        private Value prepared(List<Value> arguments) {
            List<Value> converted = new ArrayList<>();
            boolean unknown = false;
            for (int i = 0; i < arguments.size(); i++) {
                Function.Parameter parameter = function.parameter(i);
                Value value = arguments.get(i);
                if (value instanceof Value.Null && !parameter.nullable()) {
                    return site.failed("an argument of `" + function.name() + "` is null");
                }
                Value one = parameter.type() instanceof Type.Any ? value : site.converted(value, parameter.type());
                Optional<Cause> failure = parameter.need() == Need.RAW ? Optional.empty() : failure(one);
                if (failure.isPresent()) {
                    return site.because(failure.get());
                }
                unknown |= parameter.need() != Need.RAW && one instanceof Unknown;
                converted.add(one);
            }
            return unknown ? site.derived(function.result(), converted) : known(converted);
        }

        private static Optional<Cause> failure(Value value) {
            return Extent.of(value).failed() ? Causes.failure(value) : Optional.empty();
        }

        private Value known(List<Value> arguments) {
            List<Value> wanted = new ArrayList<>();
            for (int i = 0; i < arguments.size(); i++) {
                if (need(i) == Need.KNOWN && !arguments.get(i).known()) {
                    wanted.add(arguments.get(i));
                }
            }
            if (wanted.isEmpty()) {
                return body(arguments);
            }
            return wanted.stream().anyMatch(value -> Extent.of(value).blank())
                    ? site.derived(function.result(), wanted)
                    : Cases.deep(arguments, site, this::body);
        }

        private Value body(List<Value> arguments) {
            List<Element> elements = arguments.stream()
                    .<Element>map(each -> new Element.One(each, Guard.ALWAYS))
                    .toList();
            return answer(elements);
        }

        // What is made of a list in an unknown order is in an unknown order too.
        private Value answer(List<Element> elements) {
            Value answer = function.body().apply(new Invocation(site, opened(elements)));
            boolean ordered = elements.stream().map(Sets::representative).allMatch(Preparation::ordered);
            return ordered ? answer : shuffled(answer);
        }

        private static List<Element> opened(List<Element> elements) {
            return elements.stream()
                    .<Element>map(each -> switch (each) {
                        case Element.One one -> new Element.One(TakenOut.opened(one.value()), one.guard());
                        case Element.Rest rest -> rest;
                    })
                    .toList();
        }

        private static boolean ordered(Value value) {
            if (value.known()) {
                return true;
            }
            return switch (value) {
                case Value.Seq sequence ->
                    !sequence.shuffled()
                            && sequence.elements().stream()
                                    .map(Sets::representative)
                                    .allMatch(Preparation::ordered);
                case Value.Choice choice -> ordered(choice.whenTrue()) && ordered(choice.whenFalse());
                case Value ignored -> true;
            };
        }

        private static Value shuffled(Value value) {
            return switch (value) {
                case Value.Seq sequence when sequence.shape() != Value.Seq.Shape.SET -> sequence.asShuffled();
                case Value.Choice choice ->
                    new Value.Choice(
                            choice.condition(),
                            shuffled(choice.whenTrue()),
                            shuffled(choice.whenFalse()),
                            choice.origin());
                case Value other -> other;
            };
        }
    }
}
