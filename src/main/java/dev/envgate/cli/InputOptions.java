package dev.envgate.cli;

import dev.envgate.config.Setting;
import dev.envgate.config.Whereabouts;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Kept;
import dev.envgate.terraform.Inputs.Assignment;
import dev.envgate.text.Escape;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Where the contract and the configuration are read from. */
final class InputOptions {
    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "The contract; repeatable. Default: .env.example, or the file beside it that is used as one.")
    private List<Path> envFiles = new ArrayList<>();

    @Option(
            names = "--terraform",
            paramLabel = "DIR",
            description = "The root directory of the Terraform files, also in another checkout. Default: found.")
    private Optional<Path> terraform = Optional.empty();

    private final List<Assignment> assignments = new ArrayList<>();

    @Option(
            names = "--workspace",
            paramLabel = "NAME",
            description = "As in Terraform. Default: TF_WORKSPACE, the one selected in the directory, or default.")
    private String workspace = "";

    @Option(
            names = "--plan",
            paramLabel = "FILE",
            description = "What `terraform show -json` prints of a plan, instead of the files; "
                    + "with --terraform they give the lines.")
    private Optional<Path> plan = Optional.empty();

    @Option(
            names = "--state",
            paramLabel = "FILE",
            description = "A state of Terraform: resolves references that the files leave open, and nothing else.")
    private Optional<Path> state = Optional.empty();

    @Option(
            names = "--task-definition",
            paramLabel = "FILE",
            description = "A task definition as JSON, instead of Terraform.")
    private Optional<Path> taskDefinition = Optional.empty();

    @Option(names = "--cluster", paramLabel = "NAME", description = "The ECS cluster. Default: as Terraform says.")
    private String cluster = "";

    @Option(
            names = "--service",
            paramLabel = "NAME",
            description = "The ECS service, or the address of its block. Default: the only one in Terraform.")
    private String service = "";

    @Option(
            names = "--family",
            paramLabel = "NAME",
            description = "A family that no service runs: started by rules, schedules, Batch or hand; repeatable.")
    private List<String> families = new ArrayList<>();

    @Option(
            names = "--all",
            description =
                    "Every service of the cluster given by --cluster, or of all clusters, and every one of Terraform.")
    private boolean all;

    @Option(names = "--container", paramLabel = "NAME", description = "Only this container; repeatable. Default: all.")
    private List<String> containers = new ArrayList<>();

    @Option(
            names = "--source",
            paramLabel = "DIR",
            description = "The directory of the application's code; repeatable. Default: that of the contract.")
    private List<Path> sources = new ArrayList<>();

    @Option(names = "--no-source", description = "Do not search the code for the names that it reads.")
    private boolean noSource;

    @Option(
            names = "--secret-prefix",
            paramLabel = "PREFIX",
            description = "What the names of the secrets and parameters of the service begin with; repeatable. "
                    + "Those that nothing refers to are notes.")
    private List<String> secretPrefixes = new ArrayList<>();

    private List<String> excluded = List.of();

    List<Path> envFiles() {
        return List.copyOf(envFiles);
    }

    List<Path> sources() {
        return List.copyOf(sources);
    }

    /** What of the code is left out; only the configuration says it. */
    List<String> excluded() {
        return List.copyOf(excluded);
    }

    /** For a command that has no use for what the code reads. */
    void passOverCode() {
        noSource = true;
    }

    boolean noSource() {
        return noSource;
    }

    Optional<Path> terraform() {
        return terraform;
    }

    /** Called with all that was given so far, each time one more is: only so both of these options keep the order between them. */
    @Option(names = "--var-file", paramLabel = "FILE", description = "As in Terraform; repeatable.")
    void addVarFiles(List<Path> files) {
        files.stream().skip(Math.max(0, files.size() - 1)).forEach(this::addVarFile);
    }

    private void addVarFile(Path file) {
        assignments.add(new Assignment.VarFile(file));
    }

    /** As {@link #addVarFiles}. */
    @Option(names = "--var", paramLabel = "NAME=VALUE", description = "As in Terraform; repeatable.")
    void addVars(List<String> given) {
        given.stream().skip(Math.max(0, given.size() - 1)).forEach(this::addVar);
    }

    private void addVar(String assignment) {
        int sign = Math.max(0, assignment.indexOf('='));
        assignments.add(new Assignment.Var(
                assignment.substring(0, sign), assignment.substring(Math.min(sign + 1, assignment.length()))));
    }

    /** In the order they were given: a later one wins. */
    List<Assignment> assignments() throws Misuse {
        for (Assignment each : assignments) {
            if (each instanceof Assignment.Var variable && variable.name().isBlank()) {
                throw new Misuse("A `--var` has no name or no value.", "write it as `--var NAME=VALUE`.");
            }
        }
        return List.copyOf(assignments);
    }

    /** Empty when Terraform's own choice is meant. */
    String workspace() {
        return workspace;
    }

    /** What {@code terraform show -json} prints of a plan. */
    Optional<Path> plan() {
        return plan;
    }

    /** A state, for the values of references. */
    Optional<Path> state() {
        return state;
    }

    /** Refuses options that say the same thing in two ways. */
    void check() throws Misuse {
        if (plan.isPresent() && taskDefinition.isPresent()) {
            throw new Misuse("`--plan` and `--task-definition` both say what is configured.", "give one of the two.");
        }
        for (String each : secretPrefixes) {
            if (!each.matches(Kept.PREFIX)) {
                throw new Misuse(
                        "No name of a secret or a parameter begins with `%s`.".formatted(Escape.terminal(each)),
                        "give the beginning that they share, like `--secret-prefix shop/dev/`.");
            }
        }
        if (state.isPresent() && (plan.isPresent() || taskDefinition.isPresent())) {
            throw new Misuse(
                    "`--state` resolves references of Terraform files, and these are not read.",
                    "leave it out: a plan has the state in it.");
        }
    }

    /** Refuses {@code --all} for what is about one service, or asks AWS nothing; {@code what} is the subject of a sentence. */
    void refuseAll(String what, String hint) throws Misuse {
        if (all) {
            throw new Misuse("`--all` asks AWS which services there are, and " + what + ".", hint);
        }
    }

    /** What of them decides what is configured; a value that is refused as well. */
    FilesRead.Asked asked(Identity identity) {
        return new FilesRead.Asked(
                terraform, plan, state, taskDefinition, assignments, workspace, secretPrefixes, identity);
    }

    Optional<Path> taskDefinition() {
        return taskDefinition;
    }

    String cluster() {
        return cluster;
    }

    String service() {
        return service;
    }

    /** Whether every service is looked at. */
    boolean all() {
        return all;
    }

    /** The families to look at in the place of a service; one at most where the options are those of a target. */
    List<String> families() {
        return List.copyOf(families);
    }

    /** What the names of the secrets and parameters begin with that are looked through; none when nobody wants that. */
    List<String> secretPrefixes() {
        return List.copyOf(secretPrefixes);
    }

    List<String> containers() {
        return List.copyOf(containers);
    }

    /** These, and where they say nothing what the configuration says; its paths are relative to {@code directory}. */
    InputOptions over(Target target, Path directory) {
        Whereabouts said = target.whereabouts();
        InputOptions all = new InputOptions();
        all.envFiles = envFiles.isEmpty() ? paths(said.contract(), directory) : envFiles;
        boolean asked = terraform.isPresent() || taskDefinition.isPresent() || plan.isPresent();
        all.sources = sources.isEmpty() ? paths(said.source(), directory) : sources;
        all.excluded = said.exclude().stream().map(Setting::text).toList();
        all.noSource = noSource;
        all.plan = plan;
        all.state = state;
        all.terraform = asked ? terraform : path(said.terraform(), directory);
        all.taskDefinition = asked ? taskDefinition : path(said.taskDefinition(), directory);
        paths(said.varFiles(), directory).forEach(all::addVarFile);
        said.vars().forEach((name, value) -> all.assignments.add(new Assignment.Var(name, value.text())));
        all.assignments.addAll(assignments);
        all.workspace = workspace.isEmpty() ? said.workspace().text() : workspace;
        all.cluster = cluster.isEmpty() ? said.cluster().text() : cluster;
        all.service = target.name().isEmpty() && !service.isEmpty()
                ? service
                : said.service().text();
        all.all = this.all;
        if (!target.found().service().isEmpty()) {
            all.cluster = target.found().cluster();
            all.service = target.found().service();
        }
        all.secretPrefixes = secretPrefixes.isEmpty()
                ? said.prefixes().stream().map(Setting::text).toList()
                : secretPrefixes;
        all.families = target.family().isEmpty() ? List.of() : List.of(target.family());
        all.containers = containers.isEmpty()
                ? said.containers().stream().map(Setting::text).toList()
                : containers;
        return all;
    }

    private static List<Path> paths(List<Setting> settings, Path directory) {
        return settings.stream().map(each -> directory.resolve(each.text())).toList();
    }

    private static Optional<Path> path(Setting setting, Path directory) {
        return setting.given() ? Optional.of(directory.resolve(setting.text())) : Optional.empty();
    }
}
