package dev.envgate.ledger;

import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A service called {@code shop-api}, its contract, its Terraform and what runs of it, told in a few words for a test. */
public final class Scene {
    public static final String SERVICE = "shop-api";

    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";

    private final List<Declaration> declarations = new ArrayList<>();
    private final Map<String, Parts> configured = new LinkedHashMap<>();
    private final Map<String, Parts> running = new LinkedHashMap<>();
    private final Map<String, Stored> stored = new HashMap<>();
    private final List<NotVerified> notVerified = new ArrayList<>();
    private List<String> contract = List.of(".env.example");
    private List<TaskDefinition> otherDefinitions = List.of();
    private List<TaskDefinition> besides = List.of();
    private List<ServiceDefinition> services = List.of();
    private List<Gap> configuredGaps = List.of();
    private List<Gap> runningGaps = List.of();
    private List<Place> ignored = List.of();
    private List<Deployment> instead = List.of();
    private Presence definition = new Presence.Present(place("main.tf", 1));
    private Stored otherwise = new Stored.Exists("id");
    private RoleReference executionRole = new RoleReference.Unclear("a test says nothing", new Place.Nowhere());
    private RoleReference taskRole = new RoleReference.None();
    private Code code = new Code.NotSearched("a test");
    private String container = "";
    private boolean strict;

    /** The parts of a container. */
    private static final class Parts {
        private final List<Entry> entries = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();
        private final List<EnvironmentFile> files = new ArrayList<>();
        private final List<Credential> credentials = new ArrayList<>();
        private final List<ContainerDefinition.Malformed> malformed = new ArrayList<>();
    }

    public static Place place(String file, int line) {
        return new Place.InFile(new SourceFile(file, "\n".repeat(line - 1) + "x").span(line - 1, line));
    }

    public Scene declare(String name, Kind kind, Standing standing) {
        declarations.add(declaration(new SourceFile(".env.example", name + "="), 0, name, kind, standing));
        return this;
    }

    /** A required secret whose comment has a tag. */
    public Scene declareTagged(String name, String tag, String argument) {
        return declareTagged(name, Standing.REQUIRED, tag, argument);
    }

    public Scene declareTagged(String name, Standing standing, String tag, String argument) {
        SourceFile file = new SourceFile(".env.example", name + "=");
        declarations.add(new Declaration(
                new Name(name),
                file.span(0, name.length()),
                Kind.SECRET,
                "a test says so",
                standing,
                Declaration.Ground.TAG,
                "a test says so",
                List.of(),
                false,
                Example.OTHER,
                List.of(new Tag(tag, argument, file.all()))));
        return this;
    }

    /** What the code reads. */
    public Scene code(List<CodeRead> reads, List<ComputedRead> computed) {
        code = new Code.Searched(".", 1, true, reads, computed);
        return this;
    }

    /** A file that declares these names one after the other, as settings with a usable value. */
    public Scene declareAll(String text, String... names) {
        SourceFile file = new SourceFile(".env.example", text);
        int at = 0;
        for (String name : names) {
            at = text.indexOf(name, at);
            declarations.add(declaration(file, at, name, Kind.SETTING, Standing.DEFAULTED));
            at += name.length();
        }
        return this;
    }

    private static Declaration declaration(SourceFile file, int at, String name, Kind kind, Standing standing) {
        return new Declaration(
                new Name(name),
                file.span(at, at + name.length()),
                kind,
                "a test says so",
                standing,
                "a test says so",
                List.of(),
                false);
    }

    public Scene declareSecret(String name) {
        return declare(name, Kind.SECRET, Standing.SECRET);
    }

    public Scene noContract() {
        contract = List.of();
        return this;
    }

    public Scene configure(String inContainer, Entry... entries) {
        parts(configured, inContainer).entries.addAll(List.of(entries));
        return this;
    }

    public Scene configuredGap(String inContainer, String why) {
        parts(configured, inContainer).gaps.add(new Gap(why, place("main.tf", 90)));
        return this;
    }

    public Scene configuredFile(String inContainer, String arn) {
        parts(configured, inContainer).files.add(new EnvironmentFile(Symbolic.of(arn), new Place.Nowhere()));
        return this;
    }

    public Scene malformed(String inContainer, String why) {
        parts(configured, inContainer).malformed.add(new ContainerDefinition.Malformed("", why, place("main.tf", 80)));
        return this;
    }

    public Scene credential(String inContainer, Credential.Use use, String option, String valueFrom) {
        Presence present = new Presence.Present(place("main.tf", 85));
        parts(configured, inContainer)
                .credentials
                .add(new Credential(use, option, Reference.parse(valueFrom), present));
        return this;
    }

    public Scene executionRole(RoleReference role) {
        executionRole = role;
        return this;
    }

    public Scene taskRole(RoleReference role) {
        taskRole = role;
        return this;
    }

    public Scene run(String inContainer, Entry... entries) {
        parts(running, inContainer).entries.addAll(List.of(entries));
        return this;
    }

    public Scene runningGap(String inContainer, String why) {
        parts(running, inContainer).gaps.add(new Gap(why, new Place.Nowhere()));
        return this;
    }

    public Scene runningFile(String inContainer, String arn) {
        parts(running, inContainer).files.add(new EnvironmentFile(Symbolic.of(arn), new Place.Nowhere()));
        return this;
    }

    /** There may be more containers in Terraform. */
    public Scene moreConfigured(String why) {
        configuredGaps = List.of(new Gap(why, place("main.tf", 70)));
        return this;
    }

    /** There may be more containers that run. */
    public Scene moreRunning(String why) {
        runningGaps = List.of(new Gap(why, new Place.Nowhere()));
        return this;
    }

    /** The task definition is there only when a condition holds. */
    public Scene only(String condition) {
        definition = new Presence.Conditional(place("main.tf", 1), condition);
        return this;
    }

    public Scene ignoreContainers() {
        ignored = List.of(place("main.tf", 60));
        return this;
    }

    public Scene service(Place... ignoring) {
        services = List.of(new ServiceDefinition(
                "aws_ecs_service.api",
                Symbolic.of(SERVICE),
                Symbolic.of("shop"),
                List.of("aws_ecs_task_definition.api"),
                new Presence.Present(place("main.tf", 50)),
                List.of(ignoring)));
        return this;
    }

    /** The service may also run the task definition of another scene. */
    public Scene or(Scene other) {
        otherDefinitions = List.of(other.definition());
        return this;
    }

    /** Terraform also has the task definition of another scene, which the service does not run. */
    public Scene beside(Scene other) {
        besides = List.of(other.definition());
        return this;
    }

    public Scene instead(Deployment deployment) {
        instead = List.of(deployment);
        return this;
    }

    public Scene offline() {
        everywhere(new Stored.NotAsked("`--offline` was given, and AWS was not asked"));
        return instead(new Deployment.NotAsked("`--offline` was given, and AWS was not asked"));
    }

    public Scene store(String reference, Stored state) {
        stored.put(reference, state);
        return this;
    }

    public Scene everywhere(Stored state) {
        otherwise = state;
        return this;
    }

    public Scene notVerified(NotVerified each) {
        notVerified.add(each);
        return this;
    }

    public Scene only(Container asked) {
        container = asked.name();
        return this;
    }

    public Scene strict() {
        strict = true;
        return this;
    }

    /** A container that was asked for. */
    public record Container(String name) {}

    public Ledger ledger() {
        List<TaskDefinition> definitions = new ArrayList<>(List.of(definition()));
        definitions.addAll(otherDefinitions);
        List<TaskDefinition> all = new ArrayList<>(definitions);
        all.addAll(besides);
        return Join.of(new Join.Facts(
                new Contract(contract, contract.isEmpty() ? List.of() : declarations),
                code,
                new Configuration("infra", all, services, List.of()),
                List.of(new Join.Service(SERVICE, "shop", definitions, services, deployment())),
                reference -> stored.getOrDefault(reference.text(), otherwise),
                Identity.NONE,
                notVerified,
                container.isEmpty() ? List.of() : List.of(container),
                strict));
    }

    public ServiceLedger joined() {
        return ledger().services().getFirst();
    }

    /** The only row of a name. */
    public Row row(String name) {
        return joined().containers().stream()
                .flatMap(each -> each.rows().stream())
                .filter(row -> row.name().text().equals(name))
                .reduce((_, _) -> {
                    throw new AssertionError("there are several rows of " + name);
                })
                .orElseThrow();
    }

    /** The containers that have a row of a name. */
    public List<String> containersOf(String name) {
        return joined().containers().stream()
                .filter(each ->
                        each.rows().stream().anyMatch(row -> row.name().text().equals(name)))
                .map(ContainerLedger::container)
                .toList();
    }

    private TaskDefinition definition() {
        return new TaskDefinition(
                "aws_ecs_task_definition.api",
                Symbolic.of(SERVICE),
                definition,
                executionRole,
                taskRole,
                containers(configured, place("main.tf", 2)),
                ignored,
                configuredGaps);
    }

    private Deployment deployment() {
        Place place = new Place.InTaskDefinition(SERVICE + ":7");
        TaskDefinition live = new TaskDefinition(
                SERVICE + ":7",
                Symbolic.of(SERVICE),
                new Presence.Present(place),
                new RoleReference.None(),
                new RoleReference.None(),
                containers(running, place),
                List.of(),
                runningGaps);
        return instead.isEmpty() ? new Deployment.Running(SERVICE, "shop", SERVICE + ":7", live) : instead.getFirst();
    }

    private static List<ContainerDefinition> containers(Map<String, Parts> parts, Place place) {
        return parts.entrySet().stream()
                .map(each -> new ContainerDefinition(
                        name(each.getKey()),
                        place,
                        each.getValue().entries,
                        each.getValue().files,
                        each.getValue().credentials,
                        each.getValue().malformed,
                        each.getValue().gaps))
                .toList();
    }

    /** {@code *} in a name stands for what is not known of it. */
    private static Symbolic name(String text) {
        List<Symbolic.Part> parts = new ArrayList<>();
        for (String known : text.splitWithDelimiters("\\*", 0)) {
            parts.add(known.equals("*") ? new Symbolic.Part.Hole("var.x") : new Symbolic.Part.Known(known));
        }
        return new Symbolic(parts);
    }

    private static Parts parts(Map<String, Parts> all, String container) {
        return all.computeIfAbsent(container, _ -> new Parts());
    }

    /** A secret of the name {@code shop/NAME}. */
    public static Entry secret(String name) {
        return secret(name, ARN + "shop/" + name + "-AbCdEf");
    }

    public static Entry secret(String name, String reference) {
        return entry(name, new Given.Secret(Reference.parse(reference)));
    }

    public static Entry plain(String name, String value) {
        return entry(name, new Given.Plain(new HiddenValue.Known(value)));
    }

    public static Entry entry(String name, Given given) {
        return new Entry(new Name(name), given, new Presence.Present(place("main.tf", 10)), List.of());
    }

    /** An entry that is there only when a condition holds. */
    public static Entry when(String condition, Entry entry) {
        return new Entry(
                entry.name(), entry.given(), new Presence.Conditional(place("main.tf", 10), condition), entry.chain());
    }
}
