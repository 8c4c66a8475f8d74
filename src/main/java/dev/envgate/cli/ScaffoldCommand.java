package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.ledger.Conventions;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Shape;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.policy.Baseline;
import dev.envgate.repair.Fault;
import dev.envgate.repair.Outcome;
import dev.envgate.repair.Patch;
import dev.envgate.repair.Scaffold;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the Terraform of a new secret. */
@Command(
        name = "scaffold",
        sortOptions = false,
        description =
                "Prints the Terraform of a new secret, by the custom of the files around it: the secret without a value, the entry of "
                        + "the container, and the right of the execution role to read it. AWS is neither asked nor written to.")
final class ScaffoldCommand implements Callable<ExitCode> {
    private static final String NAME = "[A-Za-z_][A-Za-z0-9_]*";

    private final Console console;
    private final AwsSettings settings;

    @Parameters(index = "0", paramLabel = "KIND", description = "What is to be made: secret.")
    private Optional<Kind> kind = Optional.empty();

    @Parameters(index = "1", paramLabel = "NAME", description = "The variable that the container is to have.")
    private String name = "";

    @Option(names = "--ssm", description = "A parameter of Systems Manager instead of a secret of Secrets Manager.")
    private boolean ssm;

    @Option(
            names = "--module",
            paramLabel = "DIR",
            description = "Call the module in this directory, which is written when it is not there.")
    private Optional<Path> module = Optional.empty();

    @Option(
            names = "--stored-as",
            paramLabel = "TEXT",
            description = "What it is called in its store. Default: as its like are called.")
    private String storedAs = "";

    @Option(names = "--write", description = "Write the files instead of printing a patch.")
    private boolean write;

    @Option(names = "--show-values", description = "Print values of lines around a change, as `git apply` needs them.")
    private boolean showValues;

    @Mixin
    private ConfigOptions config = new ConfigOptions();

    @Mixin
    private InputOptions inputs = new InputOptions();

    @Mixin
    private LookOptions look = new LookOptions();

    ScaffoldCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /** What can be made, as people type it. */
    enum Kind {
        secret
    }

    @Override
    public ExitCode call() throws Misuse {
        if (kind.isEmpty() || name.isEmpty()) {
            throw new Misuse("There is nothing to write.", "say `envgate scaffold secret NAME`.");
        }
        inputs.refuseAll("`envgate scaffold` does not ask it", "choose one service with `--service`.");
        inputs.passOverCode();
        ConfigFile file = ConfigFile.find(config, console);
        Conventions conventions = file.settings().conventions();
        require("NAME", name, conventions.names());
        Gathering gathering = new Gathering(console, file, config, inputs, AwsOptions.notAsked(), settings);
        List<Target> targets = gathering.asked().targets();
        Map<Pending, Live> sights = gathering.sights(targets);
        Repairing repairing = new Repairing(
                console,
                gathering,
                file,
                new GateOptions(),
                Baseline.NONE,
                targets,
                List.copyOf(sights.values()),
                Map.of());
        Path repository = Directories.repository(console.directory(), console.directory());
        List<Path> roots = new ArrayList<>(List.of(repository));
        sights.keySet().forEach(each -> roots.add(Directories.repository(each.terraform(), each.terraform())));
        Drafts drafts =
                Drafts.none(console.directory(), roots.stream().distinct().toList());
        Fault fault = fault(repairing.judged(drafts).ledger(), drafts);
        Repairing.Result result = scaffolded(repairing, drafts, fault, conventions);
        new RepairText(console, look.style(console), showValues).scaffold(result, write);
        if (write) {
            new PatchedFiles(console).write(drafts, List.of(result));
        }
        return result instanceof Repairing.Result.Left ? ExitCode.CLOSED : ExitCode.OPEN;
    }

    private Repairing.Result scaffolded(Repairing repairing, Drafts drafts, Fault fault, Conventions conventions)
            throws Misuse {
        SourceFile home = Scaffold.home(fault)
                .orElseThrow(() -> new Misuse(
                        "The entries of the container stand in no file of Terraform.",
                        "write the secret where they are made."));
        Path path = drafts.path(home.path())
                .orElseThrow(() -> new Misuse(
                        "`" + home.path() + "` cannot be written.", "name its directory with `--terraform`."));
        TaskDefinition definition = fault.ledger().services().stream()
                .filter(each -> each.service().equals(fault.finding().service()))
                .flatMap(each -> each.definitions().stream())
                .findFirst()
                .orElseThrow(() ->
                        new Misuse("Terraform has no task definition.", "name the directory with `--terraform`."));
        String stored = storedAs.isEmpty()
                ? Scaffold.stored(drafts.module(home), name, definition.family().toString(), ssm)
                : "\"" + storedAs + "\"";
        require("what it is called in its store", stored.substring(1, stored.length() - 1), conventions.stored());
        Scaffold scaffold = new Scaffold(name, stored, ssm);
        Optional<String> role = module.isEmpty() ? Optional.of("") : role(definition);
        if (role.isEmpty() && !Scaffold.isInRoot(home, fault)) {
            throw unknownRole();
        }
        Drafts drafted = drafted(scaffold, drafts, home, path, role);
        Fault again = fault(repairing.judged(drafted).ledger(), drafted);
        return switch (scaffold.entry(again, module.isPresent())) {
            case Outcome.Patches patches ->
                switch (repairing.of(again.finding(), patches, drafted)) {
                    case Repairing.Result.Patched patched ->
                        new Repairing.Result.Patched(
                                patched.finding(), remarked(patched.patches(), role), drafts, patched.after());
                    case Repairing.Result.Told told -> told;
                    case Repairing.Result.Left left -> left;
                };
            case Outcome.Commands commands -> new Repairing.Result.Told(again.finding(), commands);
            case Outcome.ByHand(String why) -> new Repairing.Result.Left(again.finding(), why);
        };
    }

    private static List<Patch> remarked(List<Patch> patches, Optional<String> role) {
        return role.isPresent()
                ? patches
                : patches.stream()
                        .map(each -> each.remarking(
                                "The execution role is not known from these files: `terraform apply` asks for its name, the variable `%s`."
                                        .formatted(Scaffold.ROLE)))
                        .toList();
    }

    /** The secret itself, before anything refers to it. */
    private Drafts drafted(Scaffold scaffold, Drafts drafts, SourceFile home, Path path, Optional<String> role) {
        String newline = home.text().contains("\r\n") ? "\r\n" : "\n";
        String gap = home.text().endsWith("\n") ? "\n" : "\n\n";
        if (module.isEmpty()) {
            return drafts.with(path, home.text() + (gap + scaffold.blocks()).replace("\n", newline));
        }
        Path directory = console.directory().resolve(module.get()).normalize();
        String relative =
                path.resolveSibling("").relativize(directory).toString().replace('\\', '/');
        String source = relative.startsWith("..") ? relative : "./" + relative;
        String variable = role.isPresent() ? "" : Scaffold.role(drafts.module(home));
        String call = scaffold.call(source, role.orElse("var." + Scaffold.ROLE));
        Drafts called = drafts.with(path, home.text() + (gap + variable + call).replace("\n", newline));
        Path main = directory.resolve("main.tf");
        return Files.exists(main) ? called : called.with(main, scaffold.module());
    }

    /** The name of the execution role, as an expression; empty where it is not known. */
    private static Optional<String> role(TaskDefinition definition) throws Misuse {
        return switch (definition.executionRole()) {
            case RoleReference.Block(String block, var _)
            when !block.startsWith("module.") -> Optional.of(block + ".name");
            case RoleReference.Named(var text)
            when text.known() ->
                Optional.of("\"" + text.toString().substring(text.toString().lastIndexOf('/') + 1) + "\"");
            case RoleReference.Block _, RoleReference.Named _, RoleReference.Unclear _ -> Optional.empty();
            case RoleReference.None _ ->
                throw new Misuse(
                        "The task definition names no execution role, and the module lets that read the secret.",
                        "give it one with `execution_role_arn`, or leave `--module` out.");
        };
    }

    private static Misuse unknownRole() {
        return new Misuse(
                "The execution role of the container is not known, and the module lets it read the secret.",
                "leave `--module` out.");
    }

    private static void require(String what, String text, List<Shape> shapes) throws Misuse {
        boolean sound = what.equals("NAME") ? text.matches(NAME) : text.matches("[^\"\\\\\\s]+");
        if (!sound) {
            throw new Misuse("`" + text + "` is no name that can be given.", "choose another one.");
        }
        if (!shapes.isEmpty() && !text.contains("${") && shapes.stream().noneMatch(each -> each.fits(text))) {
            throw new Misuse(
                    "The team's names look like %s, and `%s` does not."
                            .formatted(
                                    shapes.stream()
                                            .map(each -> "`" + each + "`")
                                            .collect(Collectors.joining(" or ")),
                                    text),
                    what.equals("NAME") ? "choose another name." : "say what it is called with `--stored-as`.");
        }
    }

    /** As if it were declared and nobody gave it to the container. */
    private Fault fault(Ledger ledger, Drafts drafts) throws Misuse {
        List<Finding> containers = ledger.services().stream()
                .flatMap(service -> service.definitions().stream()
                        .flatMap(each -> each.containers().stream())
                        .filter(each -> inputs.containers().isEmpty()
                                || inputs.containers().contains(each.name().toString()))
                        .map(each -> finding(service, each.name().toString())))
                .toList();
        if (containers.size() != 1) {
            throw new Misuse(
                    containers.isEmpty()
                            ? "There is no such container."
                            : "There is more than one container that it could be given to: %s."
                                    .formatted(containers.stream()
                                            .map(each -> "`" + each.container() + "` of `" + each.service() + "`")
                                            .collect(Collectors.joining(", "))),
                    "choose one with `--service` and `--container`.");
        }
        boolean there = ledger.services().stream()
                .filter(each -> each.service().equals(containers.getFirst().service()))
                .flatMap(each -> each.containers().stream())
                .filter(each -> each.container().equals(containers.getFirst().container()))
                .flatMap(each -> each.rows().stream())
                .anyMatch(each -> each.name().text().equals(name)
                        && !each.configuredEntries().isEmpty());
        if (there) {
            throw new Misuse("Terraform gives `" + name + "` to the container already.", "choose another name.");
        }
        return new Fault(containers.getFirst(), ledger, drafts, Map.of());
    }

    private Finding finding(ServiceLedger service, String container) {
        return new Finding(
                        "not-configured",
                        Severity.NOTE,
                        service.service(),
                        container,
                        name,
                        "It is to be given to the container.",
                        "",
                        new Place.Nowhere())
                .in(service.environment());
    }
}
