package dev.envgate.cli;

import dev.envgate.aws.Aws;
import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.dotenv.DotenvReader;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Configuration;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Copying;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.ServiceDefinition;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Symbolic;
import dev.envgate.ledger.TaskDefinition;
import dev.envgate.pipeline.Pipelines;
import dev.envgate.terraform.Inputs;
import dev.envgate.terraform.PlanReader;
import dev.envgate.terraform.Roots;
import dev.envgate.terraform.State;
import dev.envgate.terraform.TaskDefinitionFile;
import dev.envgate.terraform.TerraformReader;
import dev.envgate.text.Directories;
import dev.envgate.text.Overlay;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the facts of one run: the contract, the configuration, what runs, and what is stored. */
final class Reading {
    private static final String FROM_FILE = "what runs was read from a file, and AWS was not asked";
    private static final String DEFINITION_HINT =
            "Give the output of `aws ecs describe-task-definition --task-definition FAMILY`.";
    private static final String PLAN_HINT =
            "What `terraform plan -out=FILE` saves is no text: give the output of `terraform show -json FILE`.";
    private static final String STATE_HINT =
            "Give `terraform.tfstate`, what `terraform state pull` prints, or the output of `terraform show -json`.";
    private static final String UNCREATED = "Terraform creates nothing of it, and AWS was not asked";
    private static final String OFFLINE = "`--offline` was given, and AWS was not asked";

    private final Console console;
    private final Target target;
    private final InputOptions inputs;
    private final AwsOptions aws;
    private final AwsSettings settings;
    private final CodeSearches searches;
    private final FilesRead shared;
    private final Map<Path, String> drafts;

    /** {@code inputs} and {@code settings} are those of the target already, with the options over them. */
    Reading(
            Console console,
            Target target,
            InputOptions inputs,
            AwsOptions aws,
            AwsSettings settings,
            CodeSearches searches,
            FilesRead shared,
            Map<Path, String> drafts) {
        this.console = console;
        this.target = target;
        this.inputs = inputs;
        this.aws = aws;
        this.settings = settings;
        this.searches = searches;
        this.shared = shared;
        this.drafts = drafts;
    }

    /** All four stations. */
    Facts facts() throws Misuse {
        Pending pending = pending();
        return pending.with(aws.liveSides(console).of(List.of(pending)).getFirst());
    }

    /** What files say, and what AWS is to be asked. */
    Pending pending() throws Misuse {
        Beside<TerraformReader.Result> configured = begun();
        DotenvReader.Result contract = contract();
        CompletableFuture<Code> code = new CodeReading(console, inputs).beside(contract.contract(), searches);
        Configuration configuration = whole(configured.end(), contract.problems());
        List<TaskDefinitionFile.Result.Found> running = fromFile();
        Selection chosen = inputs.families().isEmpty()
                ? Selection.choose(
                        configuration,
                        inputs.service(),
                        inputs.cluster(),
                        running.isEmpty() ? "" : family(running.getFirst().definition()))
                : Selection.ofFamily(configuration, inputs.families().getFirst(), inputs.cluster());
        return new Pending(
                target.in(ChosenEnvironment.of(inputs)),
                ArnPlace.of(chosen.service(), ArnPlace.of(chosen.cluster(), settings)),
                contract,
                code,
                configuration,
                chosen,
                running.isEmpty() ? live(chosen) : fromFile(chosen, running.getFirst()),
                inputs.containers(),
                inputs.secretPrefixes(),
                whereConfigured());
    }

    /** Where what is configured was read; the working directory when a plan alone says it, which may lie anywhere. */
    private Path whereConfigured() {
        return console.directory()
                .resolve(inputs.taskDefinition().or(inputs::terraform).orElse(Path.of("")))
                .normalize();
    }

    /** The first station. */
    DotenvReader.Result contract() throws Misuse {
        return shared.contract(inputs.envFiles(), this::contractNow);
    }

    private DotenvReader.Result contractNow() throws Misuse {
        List<Path> files = Contracts.find(inputs, console.directory());
        Workspace workspace = workspace(files.stream().map(Reading::parent));
        List<Path> choices = files.isEmpty() ? Contracts.choices(inputs, console.directory()) : List.of();
        return choices.isEmpty()
                ? beside(Contracts.read(files, workspace))
                : new DotenvReader.Result(
                        Contract.oneOf(choices.stream().map(workspace::show).toList()), List.of());
    }

    private DotenvReader.Result beside(DotenvReader.Result taken) {
        List<Path> others = Contracts.others(inputs, console.directory());
        return others.isEmpty()
                ? taken
                : new DotenvReader.Result(
                        taken.contract()
                                .beside(Contracts.readEach(
                                        others, workspace(others.stream().map(Reading::parent)))),
                        taken.problems());
    }

    /** The first station, complete. */
    Contract contractOrMisuse() throws Misuse {
        DotenvReader.Result result = contract();
        if (!result.problems().isEmpty()) {
            throw new Misuse(result.problems());
        }
        return result.contract();
    }

    /** The first station and the code; of the others nothing is known, because nobody asked. */
    Facts declared() throws Misuse {
        Contract contract = contract().contract();
        return new Facts(
                target,
                contract,
                new CodeReading(console, inputs).beside(contract, searches).join(),
                new Configuration("", List.of(), List.of(), List.of()),
                new Selection(target.title(), false, "", List.of(), List.of()),
                new Deployment.NotAsked(OFFLINE),
                _ -> new Stored.NotAsked(OFFLINE),
                Identity.NONE,
                List.of(),
                inputs.containers(),
                List.of(),
                console.directory());
    }

    /** The second station; {@code others} are problems to be shown along when Terraform has some too. */
    Configuration configuration(List<Problem> others) throws Misuse {
        return whole(begun().end(), others);
    }

    private Beside<TerraformReader.Result> begun() {
        return shared.configured(inputs.asked(identity()), this::configured);
    }

    private TerraformReader.Result configured() throws Misuse {
        TerraformReader.Result result = read();
        return result.problems().isEmpty()
                ? new TerraformReader.Result(deployed(result.configuration()), List.of())
                : result;
    }

    private TerraformReader.Result read() throws Misuse {
        inputs.check();
        if (inputs.taskDefinition().isPresent()) {
            Path file = console.directory().resolve(inputs.taskDefinition().get());
            return new TerraformReader.Result(
                    new Configuration(
                            workspace(Stream.of(parent(file))).show(file), List.of(file(file)), List.of(), List.of()),
                    List.of());
        }
        return inputs.plan().isPresent()
                ? planned(source(inputs.plan().get(), "plan", PLAN_HINT))
                : TerraformReader.read(terraform().with(state()));
    }

    private Configuration whole(TerraformReader.Result result, List<Problem> others) throws Misuse {
        if (!result.problems().isEmpty()) {
            throw new Misuse(
                    Stream.concat(others.stream(), result.problems().stream()).toList());
        }
        return result.configuration();
    }

    /** Pipelines are read where they can tell something only: Terraform is told to leave alone what they deploy. */
    private Configuration deployed(Configuration configuration) {
        boolean ignored = Stream.concat(
                        configuration.taskDefinitions().stream().map(TaskDefinition::ignored),
                        configuration.services().stream().map(ServiceDefinition::ignored))
                .anyMatch(places -> !places.isEmpty());
        return ignored ? configuration.deployedBy(pipelines()) : configuration;
    }

    /** Those of the repositories of the working directory and of Terraform. */
    private List<Copying> pipelines() {
        return Stream.concat(Stream.of(console.directory()), inputs.terraform().stream())
                .map(each -> console.directory().resolve(each).normalize())
                .map(each -> Directories.repository(each, each))
                .distinct()
                .flatMap(each -> Pipelines.read(workspace(Stream.of(each)).from(each)).stream())
                .toList();
    }

    private TerraformReader.Result planned(SourceFile plan) throws Misuse {
        return inputs.terraform().isPresent() ? PlanReader.read(plan, terraform()) : PlanReader.read(plan);
    }

    private State state() throws Misuse {
        if (inputs.state().isEmpty()) {
            return State.NONE;
        }
        return switch (State.read(source(inputs.state().get(), "state", STATE_HINT))) {
            case State.Result.Found(State state) -> state;
            case State.Result.Refused(Problem problem) -> throw new Misuse(List.of(problem));
        };
    }

    /** The files of Terraform, and what they are read with. */
    private Inputs terraform() throws Misuse {
        Path root = root();
        return new Inputs(
                        root,
                        workspace(Stream.concat(Stream.of(root), varFiles())),
                        inputs.assignments(),
                        console.environment(),
                        inputs.workspace(),
                        identity())
                .withUses(!inputs.secretPrefixes().isEmpty());
    }

    /** Where data sources are asked, as far as it is known. */
    private Identity identity() {
        return new Identity(target.whereabouts().account().text(), settings.region());
    }

    private Stream<Path> varFiles() throws Misuse {
        return inputs.assignments().stream()
                .flatMap(each -> each instanceof Inputs.Assignment.VarFile file ? Stream.of(file.path()) : Stream.of())
                .map(each -> parent(console.directory().resolve(each)));
    }

    /** The directory that {@code terraform apply} is run in. */
    private Path root() throws Misuse {
        if (inputs.terraform().isPresent()) {
            return directory(inputs.terraform().get());
        }
        Roots.Found all = Roots.below(console.directory());
        List<Path> found = all.roots();
        if (!all.whole()) {
            throw new Misuse(
                    "There are more files below the working directory than are searched for Terraform.",
                    "name the directory that is given to `terraform apply` with `--terraform DIR`.");
        }
        if (found.isEmpty()) {
            throw new Misuse(
                    "No Terraform that defines an ECS task definition was found in or below the working directory.",
                    "name the directory that is given to `terraform apply` with `--terraform DIR`, "
                            + "or a task definition with `--task-definition FILE`.");
        }
        if (found.size() > 1) {
            throw new Misuse(
                    "There is more than one Terraform root with an ECS task definition: " + listed(found) + ".",
                    "choose one with `--terraform DIR`, or let `envgate init` write a configuration of all.");
        }
        return found.getFirst();
    }

    private String listed(List<Path> found) {
        return found.stream()
                .map(each -> "`" + shown(console.directory().relativize(each)) + "`")
                .collect(Collectors.joining(", "));
    }

    private static String shown(Path relative) {
        String text = relative.toString().replace('\\', '/');
        return text.isEmpty() ? "." : text;
    }

    private Path directory(Path asked) throws Misuse {
        Path root = console.directory().resolve(asked).normalize();
        if (!Files.isDirectory(root)) {
            throw new Misuse(
                    "`" + shown(asked) + "` is not a directory.",
                    "name the directory that is given to `terraform apply` with `--terraform DIR`.");
        }
        return root;
    }

    /** What {@code --deployed} says; none when it was not given. */
    private List<TaskDefinitionFile.Result.Found> fromFile() throws Misuse {
        return aws.deployed().isEmpty()
                ? List.of()
                : List.of(definition(source(aws.deployed().get(), "task definition", DEFINITION_HINT)));
    }

    /** A task definition of AWS by {@code family:revision}, or the newest of a family. */
    Deployment revision(String name) throws Misuse {
        return aws.offline()
                ? new Deployment.NotAsked(OFFLINE)
                : new Aws(settings, aws.traffic())
                        .observe(new Request(List.of(new Query.Family(name)), List.of()))
                        .deployments()
                        .getFirst();
    }

    /** A task definition as JSON. */
    TaskDefinition file(Path file) throws Misuse {
        return definition(source(file, "task definition", DEFINITION_HINT)).definition();
    }

    /** A file that was named. */
    private SourceFile source(Path named, String what, String hint) throws Misuse {
        Path file = console.directory().resolve(named);
        Workspace workspace = workspace(Stream.of(parent(file)));
        return switch (workspace.read(file)) {
            case Workspace.Read.Found found -> found.file();
            case Workspace.Read.Refused refused -> {
                String shown = workspace.show(file);
                throw new Misuse(List.of(new Problem(
                        SourceFile.unread(shown).all(),
                        "The %s `%s` cannot be read: %s.".formatted(what, shown, refused.why()),
                        hint)));
            }
        };
    }

    private static TaskDefinitionFile.Result.Found definition(SourceFile file) throws Misuse {
        return switch (TaskDefinitionFile.read(file)) {
            case TaskDefinitionFile.Result.Found found -> found;
            case TaskDefinitionFile.Result.Refused refused -> throw new Misuse(List.of(refused.problem()));
        };
    }

    /** What runs in another place says nothing of what is to be looked at, however much alike the two are. */
    private Pending.LiveSide fromFile(Selection chosen, TaskDefinitionFile.Result.Found running) {
        String revision = running.definition().address();
        AwsSettings said = settings.withRegion(aws.region(target.whereabouts().region()));
        return ArnPlace.contradiction(running.arn(), ArnPlace.of(chosen.cluster(), said))
                .<Deployment>map(wanted -> new Deployment.NotSeen(
                        "The task definition `%s` is `%s`, and `%s` is to be looked at."
                                .formatted(revision, running.arn(), wanted),
                        "Give the output of `aws ecs describe-task-definition` with the profile and the region of what"
                                + " is to be looked at."))
                .map(deployment -> known(deployment, FROM_FILE))
                .orElseGet(() -> known(
                        new Deployment.Running(chosen.service(), chosen.cluster(), revision, running.definition()),
                        FROM_FILE));
    }

    private Pending.LiveSide known(Deployment deployment, String why) {
        Live live = Live.notAsked(deployment, why);
        live = aws.deep() ? live.shallow(why) : live;
        return new Pending.LiveSide.Known(aws.imageEnv() ? live.withoutImages(why) : live);
    }

    /** What AWS is to be asked, for the service that was chosen. */
    private Pending.LiveSide live(Selection chosen) throws Misuse {
        if (chosen.uncreated()) {
            return known(new Deployment.NotAsked(UNCREATED), UNCREATED);
        }
        return aws.offline()
                ? known(new Deployment.NotAsked(OFFLINE), OFFLINE)
                : new Pending.LiveSide.Wanted(new Request(
                        List.of(query(chosen)),
                        references(chosen),
                        aws.files(files(chosen)),
                        readers(chosen),
                        aws.deep(),
                        inputs.secretPrefixes(),
                        aws.imageEnv()));
    }

    private static Query query(Selection chosen) throws Misuse {
        if (chosen.named()) {
            return new Query.Service(chosen.cluster(), chosen.service());
        }
        if (chosen.services().isEmpty()
                && chosen.definitions().getFirst().family().known()) {
            return new Query.Standalone(chosen.service());
        }
        throw new Misuse(
                "The name of the ECS service is not known: the files say `" + chosen.service() + "`.",
                "give the variables with `--var-file` or `--var`, or name the service with `--service NAME`.");
    }

    private static List<Reference> references(Selection chosen) {
        return chosen.definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(ContainerDefinition::references)
                .distinct()
                .toList();
    }

    private static List<Request.Reader> readers(Selection chosen) {
        return chosen.definitions().stream()
                .flatMap(definition -> Request.Reader.of(definition, definition.executionRole()))
                .distinct()
                .toList();
    }

    private static List<String> files(Selection chosen) {
        return chosen.definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .flatMap(container -> container.environmentFiles().stream())
                .map(EnvironmentFile::arn)
                .filter(Symbolic::known)
                .map(Symbolic::toString)
                .distinct()
                .toList();
    }

    private static String family(TaskDefinition definition) {
        return definition.family().toString();
    }

    /** The repository of the working directory, those of the places that were named, and nothing else. */
    private Workspace workspace(Stream<Path> named) {
        List<Path> roots = new ArrayList<>();
        roots.add(Directories.repository(console.directory(), console.directory()));
        named.forEach(each -> roots.add(Directories.repository(each, each)));
        Workspace workspace = new Directories(console.directory(), roots);
        return drafts.isEmpty() ? workspace : new Overlay(workspace, drafts);
    }

    private static Path parent(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? file : parent;
    }
}
