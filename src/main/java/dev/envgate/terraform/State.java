package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Agreement;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What a state of Terraform says about identities: which ARN or name belongs to a resource. It is never asked what runs.
 *
 * <p>A state holds passwords in plain text, and not all of them are marked as sensitive. So nothing is taken out of it but ARNs, which
 * are identities wherever they stand, and texts of attributes whose name says that they name something, and these only of AWS resources. Of
 * the outputs of another state only ARNs are told: what they are called is up to their authors. An {@code id} counts only when it is the ARN or the name: of some types it is a secret
 * ({@code aws_secretsmanager_random_password}). What Terraform marks as sensitive is left out before all else.
 */
public final class State {
    /** No state at all. */
    public static final State NONE = new State();

    private static final Set<String> NAMING = Set.of(
            "account_id",
            "bucket",
            "cluster_identifier",
            "cluster_name",
            "family",
            "identifier",
            "name",
            "partition",
            "region",
            "repository_url");

    /** Attributes by which a block and the state can be seen to speak of different things. */
    private static final List<String> NAMES =
            List.of("name", "family", "bucket", "identifier", "cluster_identifier", "secret_id");

    private final Map<String, Instance> instances = new HashMap<>();

    private State() {}

    /** One instance of a resource or data source. */
    private record Instance(String type, Fields attributes, Set<String> sensitive) {}

    /** What came of reading. */
    public sealed interface Result {
        record Found(State state) implements Result {}

        record Refused(Problem problem) implements Result {}
    }

    /** Reads {@code terraform.tfstate} of version 4, or what {@code terraform show -json} prints of a state. */
    public static Result read(SourceFile file) {
        return switch (Printed.read(file, Printed.STATE_HINT)) {
            case Printed.KeptState(Fields content) -> new Result.Found(kept(content));
            case Printed.ShownState(Fields content) -> new Result.Found(shown(content));
            case Printed.Other(Problem problem) -> new Result.Refused(problem);
            case Printed.Plan _ ->
                new Result.Refused(new Problem(
                        file.span(0, 0),
                        "`%s` is a plan and no state.".formatted(file.path()),
                        "Give it with `--plan`."));
        };
    }

    /** @param content an object with {@code values}, as Terraform prints it */
    static State shown(Fields content) {
        State state = new State();
        state.addModule(content.fields("values").fields("root_module"));
        return state;
    }

    private void addModule(Fields module) {
        module.elements("resources")
                .map(Fields::of)
                .forEach(resource -> resource.text("address")
                        .ifPresent(address -> instances.put(
                                address,
                                new Instance(
                                        resource.text("type").orElse(""),
                                        resource.fields("values"),
                                        Set.copyOf(marked(resource.fields("sensitive_values")))))));
        module.elements("child_modules").map(Fields::of).forEach(this::addModule);
    }

    /** The names of attributes that hold anything sensitive. */
    private static Set<String> marked(Fields sensitive) {
        Set<String> names = new HashSet<>();
        sensitive
                .names()
                .forEach(name -> sensitive.member(name).filter(State::marks).ifPresent(_ -> names.add(name)));
        return names;
    }

    private static boolean marks(Value value) {
        return switch (value) {
            case Value.Bool bool -> bool.value();
            case Value.Dict mapping -> {
                Fields fields = Fields.of(mapping);
                yield fields.names()
                        .anyMatch(
                                name -> fields.member(name).filter(State::marks).isPresent());
            }
            case Value.Seq sequence ->
                sequence.elements().stream()
                        .anyMatch(element -> element instanceof Value.Element.One one && marks(one.value()));
            case Value.Null _, Value.Num _, Value.Str _, Value.Unknown _, Value.Choice _ -> false;
        };
    }

    private static State kept(Fields content) {
        State state = new State();
        content.elements("resources").map(Fields::of).forEach(state::addResource);
        return state;
    }

    private void addResource(Fields resource) {
        String type = resource.text("type").orElse("");
        String address = resource.text("module").map(module -> module + ".").orElse("")
                + (resource.text("mode").orElse("").equals("data") ? "data." : "")
                + type
                + "."
                + resource.text("name").orElse("");
        resource.elements("instances")
                .map(Fields::of)
                .filter(instance -> !instance.has("deposed"))
                .forEach(instance -> instances.put(
                        address + key(instance),
                        new Instance(type, instance.fields("attributes"), Set.copyOf(sensitive(instance)))));
    }

    private static String key(Fields instance) {
        return instance.member("index_key")
                .map(key ->
                        key instanceof Value.Str text ? "[\"" + text.text() + "\"]" : "[" + Reason.symbolic(key) + "]")
                .orElse("");
    }

    /** The attributes that the paths of {@code sensitive_attributes} begin with. */
    private static Set<String> sensitive(Fields instance) {
        Set<String> names = new HashSet<>();
        instance.elements("sensitive_attributes").forEach(path -> {
            if (path instanceof Value.Seq steps
                    && !steps.elements().isEmpty()
                    && steps.elements().getFirst() instanceof Value.Element.One(Value first, Guard _)) {
                Fields.of(first).text("value").ifPresent(names::add);
            }
        });
        return names;
    }

    /**
     * What an attribute was, as far as it may be told; whatever else is in it is not known.
     *
     * @param address of the instance, {@code module.api["x"].aws_secretsmanager_secret.db[0]}
     * @param at where the value is said to be born: the block in the files
     */
    Optional<Value> attribute(String address, String name, Span at) {
        return Optional.ofNullable(instances.get(address))
                .filter(State::readable)
                .filter(instance -> !instance.sensitive().contains(name))
                .flatMap(instance -> instance.attributes()
                        .member(name)
                        .flatMap(value -> told(
                                instance, name, unwrapped(name, value), new Teller(address, at, ofAws(instance)))));
    }

    /** The attributes of an instance of which anything may be told. */
    List<String> names(String address) {
        Span nowhere = SourceFile.unread(address).all();
        return Optional.ofNullable(instances.get(address)).stream()
                .flatMap(instance -> instance.attributes().names())
                .filter(name -> attribute(address, name, nowhere).isPresent())
                .toList();
    }

    /** Task definitions and services are what the files say. */
    private static boolean readable(Instance instance) {
        return (ofAws(instance) || instance.type().equals("terraform_remote_state"))
                && !instance.type().equals(TaskDefinitions.TYPE)
                && !instance.type().equals(Services.TYPE);
    }

    /** In {@code terraform.tfstate} the outputs of another state stand beside their type. */
    private static Value unwrapped(String name, Value value) {
        Fields fields = Fields.of(value);
        return name.equals("outputs") && fields.has("value") && fields.has("type")
                ? fields.member("value").orElse(value)
                : value;
    }

    private static Optional<Value> told(Instance instance, String name, Value value, Teller teller) {
        boolean naming = name.equals("id")
                ? List.of("arn", "name", "bucket").stream()
                        .anyMatch(other -> instance.attributes().text(other).equals(Reason.text(value)))
                : NAMING.contains(name);
        return teller.told(value, naming && ofAws(instance), "." + name);
    }

    private static boolean ofAws(Instance instance) {
        return instance.type().startsWith("aws_");
    }

    /** Whether an instance is of another name than a block says, as far as the block says it. */
    boolean disagrees(String address, Function<String, Optional<Value>> written) {
        Optional<Instance> instance = Optional.ofNullable(instances.get(address));
        return NAMES.stream()
                .anyMatch(name -> instance.flatMap(each -> each.attributes().text(name))
                        .flatMap(kept -> written.apply(name)
                                .map(said -> Reason.symbolic(said).matches(kept) == Agreement.DIFFERENT))
                        .orElse(false));
    }

    @Override
    public String toString() {
        return "state of " + instances.size();
    }

    /** Takes out of a value what may be told. */
    private record Teller(String address, Span at, boolean names) {
        Optional<Value> told(Value value, boolean naming, String path) {
            return switch (value) {
                case Value.Str text ->
                    naming || isArn(text.text())
                            ? Optional.of(Value.Str.of(text.text(), Origin.at(at)))
                            : Optional.empty();
                case Value.Seq sequence -> elements(sequence, naming, path);
                case Value.Dict mapping -> members(Fields.of(mapping), path);
                case Value.Null _, Value.Bool _, Value.Num _, Value.Unknown _, Value.Choice _ -> Optional.empty();
            };
        }

        private static boolean isArn(String text) {
            return text.matches("arn:aws[a-z-]{0,20}:[a-z0-9-]{1,40}:[^\\s]{1,2000}");
        }

        private Optional<Value> elements(Value.Seq sequence, boolean naming, String path) {
            List<Value> values = new ArrayList<>();
            boolean any = false;
            for (Value.Element element : sequence.elements()) {
                String step = path + "[" + values.size() + "]";
                Optional<Value> told =
                        element instanceof Value.Element.One one ? told(one.value(), naming, step) : Optional.empty();
                any |= told.isPresent();
                values.add(told.orElseGet(() -> hidden(step)));
            }
            return any ? Optional.of(Value.Seq.of(Value.Seq.Shape.TUPLE, values, Origin.at(at))) : Optional.empty();
        }

        private Optional<Value> members(Fields fields, String path) {
            List<Value.Pair> pairs = new ArrayList<>();
            fields.names()
                    .forEach(name -> fields.member(name)
                            .flatMap(value -> told(value, names && NAMING.contains(name), path + "." + name))
                            .ifPresent(value -> pairs.add(
                                    new Value.Pair.One(Value.Str.of(name, Origin.at(at)), value, Guard.ALWAYS))));
            if (pairs.isEmpty()) {
                return Optional.empty();
            }
            pairs.add(new Value.Pair.Rest(hidden(path), Guard.ALWAYS));
            return Optional.of(new Value.Dict(true, pairs, Origin.at(at)));
        }

        private Value.Unknown hidden(String path) {
            String reason = "depends on `%s%s`, which is not taken out of the state".formatted(address, path);
            return new Value.Unknown(
                    new Symbol("", address, path),
                    new Type.Any(),
                    new Cause(Cause.Kind.NOT_READ, reason, at),
                    Origin.at(at));
        }
    }
}
