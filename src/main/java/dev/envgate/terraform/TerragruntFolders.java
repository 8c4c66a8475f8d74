package dev.envgate.terraform;

import dev.envgate.hcl.Cause;
import dev.envgate.hcl.Extension;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Type;
import dev.envgate.hcl.Value;
import dev.envgate.text.Directories;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The functions that terragrunt adds, as far as folders answer them. What would run a command, ask AWS or look into the environment is not
 * known.
 *
 * @param unit the directory of the configuration that is read for its own sake, absolute
 * @param own the directory of the file that the call stands in: the unit's, or that of a file that it includes
 * @param include the directory of the file that the unit includes, for a file that does not say which
 * @param copied whether terragrunt works in a copy, which it makes for the run
 */
record TerragruntFolders(Workspace workspace, Path unit, Path own, Path include, boolean copied) implements Extension {
    private static final String USUAL = "terragrunt.hcl";
    private static final int HIGHEST = 40;

    private static final List<String> VARS =
            List.of("apply", "console", "destroy", "import", "plan", "push", "refresh", "validate");

    private static final Set<String> RUN = Set.of(
            "run_cmd",
            "sops_decrypt_file",
            "get_aws_account_alias",
            "get_aws_account_id",
            "get_aws_caller_identity_arn",
            "get_aws_caller_identity_user_id",
            "get_terraform_command",
            "get_terraform_cli_args",
            "get_platform",
            "get_default_retryable_errors",
            "constraint_check",
            "mark_as_read",
            "mark_glob_as_read",
            "timecmp");

    @Override
    public Optional<Value> call(String name, List<Value> arguments, Span at) {
        return switch (name) {
            case "get_terragrunt_dir" -> text(unit, at);
            case "get_original_terragrunt_dir" -> text(workspace.absolute(Path.of("")), at);
            case "get_working_dir" -> copied ? Optional.of(notRun(name, at)) : text(unit, at);
            case "get_terraform_commands_that_need_vars" -> Optional.of(commands(at));
            case "get_parent_terragrunt_dir" -> text(include, at);
            case "path_relative_to_include" -> text(include.relativize(unit), at);
            case "path_relative_from_include" -> text(unit.relativize(include), at);
            case "get_repo_root" -> text(repository(), at);
            case "get_path_from_repo_root" -> text(repository().relativize(unit), at);
            case "get_path_to_repo_root" -> text(unit.relativize(repository()), at);
            case "find_in_parent_folders" -> Optional.of(inParentFolders(arguments, at));
            case "get_env" -> Optional.of(environment(arguments, at));
            default -> RUN.contains(name) ? Optional.of(notRun(name, at)) : Optional.empty();
        };
    }

    /** Those that variables are given to. */
    private static Value commands(Span at) {
        List<Value.Element> commands = VARS.stream()
                .<Value.Element>map(each -> new Value.Element.One(Run.text(each, at), Value.Guard.ALWAYS))
                .toList();
        return new Value.Seq(Value.Seq.Shape.TUPLE, commands, Origin.at(at));
    }

    private Path repository() {
        return Directories.repository(unit, unit);
    }

    private static Optional<Value> text(Path path, Span at) {
        String text = path.toString().replace('\\', '/');
        return Optional.of(Run.text(text.isEmpty() ? "." : text, at));
    }

    /** The nearest file of a name above the unit; terragrunt begins one directory up. */
    private Value inParentFolders(List<Value> arguments, Span at) {
        Optional<String> asked = arguments.isEmpty() ? Optional.of(USUAL) : Reason.text(arguments.getFirst());
        if (asked.isEmpty()) {
            return unknown("find_in_parent_folders", Reason.cause(arguments.getFirst()), at);
        }
        Path folder = unit;
        for (int i = 0; i < HIGHEST && folder.getParent() != null; i++) {
            folder = folder.getParent();
            if (isFile(folder.resolve(asked.get()))) {
                return Run.text(folder.resolve(asked.get()).toString().replace('\\', '/'), at);
            }
        }
        String reason =
                "needs a file `%s` in a folder above, and there is none that may be read".formatted(asked.get());
        return arguments.size() > 1
                ? arguments.get(1)
                : unknown("find_in_parent_folders", new Cause(Cause.Kind.NOT_READ, reason, at), at);
    }

    private boolean isFile(Path path) {
        return workspace.read(path) instanceof Workspace.Read.Found;
    }

    /** What is set where terragrunt runs is not what is set here. */
    private static Value environment(List<Value> arguments, Span at) {
        String name =
                arguments.isEmpty() ? "" : Reason.text(arguments.getFirst()).orElse("");
        String reason = "depends on the environment variable `%s` of the terragrunt run".formatted(name);
        return unknown("get_env", new Cause(Cause.Kind.NOT_GIVEN, reason, at), at);
    }

    private static Value notRun(String name, Span at) {
        String reason = "depends on `%s`, and nothing is run or asked for it".formatted(name);
        return unknown(name, new Cause(Cause.Kind.UNSUPPORTED, reason, at), at);
    }

    private static Value unknown(String name, Cause cause, Span at) {
        return new Value.Unknown(Symbol.expression(name + "(…)"), new Type.Any(), cause, Origin.at(at));
    }
}
