package dev.envgate.cli;

import dev.envgate.git.GitException;
import dev.envgate.git.Hooks;
import dev.envgate.text.Directories;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Puts the gate in front of a push or a commit. */
@Command(
        name = "hook",
        sortOptions = false,
        description =
                "Puts the gate in front of every git push or commit, from files and for changed names only, or takes it out "
                        + "again. A hook that is there already goes on.")
final class HookCommand implements Callable<ExitCode> {
    private static final String OURS = "# Installed by `envgate hook install`";

    private final Console console;

    @Parameters(paramLabel = "ACTION", description = "install or uninstall.")
    private Action action = Action.install;

    @Option(names = "--stage", paramLabel = "STAGE", description = "pre-push or pre-commit. Default: pre-push.")
    private String stage = "pre-push";

    @Option(names = "--online", description = "Let the hook ask AWS too.")
    private boolean online;

    HookCommand(Console console) {
        this.console = console;
    }

    /** What is to be done, as people type it. */
    enum Action {
        install,
        uninstall
    }

    @Override
    public ExitCode call() throws IOException, Misuse {
        if (!List.of("pre-push", "pre-commit").contains(stage)) {
            throw new Misuse("There is no hook for `" + stage + "`.", "choose `pre-push` or `pre-commit`.");
        }
        Path hook = directory().resolve(stage);
        switch (action) {
            case install -> install(hook);
            case uninstall -> uninstall(hook);
        }
        return ExitCode.OPEN;
    }

    private Path directory() throws Misuse {
        Path top = Directories.repository(console.directory(), console.directory());
        try {
            return switch (Hooks.of(top, configurations())) {
                case Hooks.Usual(Path directory) -> directory;
                case Hooks.Elsewhere(String path, Path configuration) ->
                    throw new Misuse(
                            "git runs the hooks of this repository from `%s`, because `core.hooksPath` in `%s` says so, and nothing was changed."
                                    .formatted(path, configuration),
                            "add `envgate check --offline --quiet --since origin/HEAD` to the hook there.");
            };
        } catch (GitException e) {
            throw new Misuse("No hook can be put anywhere, because %s.".formatted(e.why()), "run it in a clone.");
        }
    }

    /** Where git reads what holds for all repositories of a user, and of the machine. */
    private List<Path> configurations() {
        String home = console.variable(Variable.HOME);
        String xdg = console.variable(Variable.XDG_CONFIG_HOME);
        return Stream.of(
                        home.isEmpty() ? "" : home + "/.gitconfig",
                        xdg.isEmpty() ? (home.isEmpty() ? "" : home + "/.config/git/config") : xdg + "/git/config",
                        "/etc/gitconfig")
                .filter(each -> !each.isEmpty())
                .map(Path::of)
                .toList();
    }

    private void install(Path hook) throws IOException, Misuse {
        Path before = before(hook);
        boolean there = Files.exists(hook);
        if (there && !ours(hook)) {
            if (Files.exists(before)) {
                throw new Misuse(
                        "Both `%s` and `%s` are there, and nothing was changed."
                                .formatted(hook.getFileName(), before.getFileName()),
                        "make one hook of the two in `%s`.".formatted(hook.getParent()));
            }
            Files.move(hook, before);
        }
        String text = script();
        if (there && Files.exists(hook) && Files.readString(hook).equals(text)) {
            say("The hook `%s` is as it would be written; nothing was changed.");
            return;
        }
        Files.createDirectories(hook.resolveSibling("."));
        new WholeFile(hook).write(text, "The hook `" + stage + "`");
        if (!hook.toFile().setExecutable(true, false)) {
            throw new Misuse(
                    "The hook `%s` could not be made executable.".formatted(stage),
                    "run `chmod +x %s`.".formatted(hook));
        }
        say(
                "The hook `%s` is installed. It looks at files only and at what changed; `envgate hook uninstall` takes it out again.");
        if (Files.exists(before)) {
            say("The hook that was there is `%s.before-envgate` now and runs first.");
        }
    }

    private void uninstall(Path hook) throws IOException, Misuse {
        if (!Files.exists(hook) || !ours(hook)) {
            say("No hook `%s` of envgate is there; nothing was changed.");
            return;
        }
        Path before = before(hook);
        if (Files.exists(before)) {
            Files.move(before, hook, StandardCopyOption.REPLACE_EXISTING);
            say("The hook `%s` is again what it was before.");
        } else {
            Files.delete(hook);
            say("The hook `%s` is taken out.");
        }
    }

    private static Path before(Path hook) {
        return hook.resolveSibling(hook.getFileName() + ".before-envgate");
    }

    private static boolean ours(Path hook) throws IOException {
        return new String(Files.readAllBytes(hook), StandardCharsets.UTF_8).contains(OURS);
    }

    private String script() throws IOException {
        try (InputStream packed = HookCommand.class.getResourceAsStream("/dev/envgate/hooks/" + stage)) {
            if (packed == null) {
                throw new IOException("the program was packed without its hooks");
            }
            return new String(packed.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("@LAUNCHER@", quoted(System.getProperty("envgate.launcher", "envgate")))
                    .replace("@OPTIONS@", online ? "" : " --offline");
        }
    }

    /** As a shell takes it for one word. */
    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private void say(String sentence) {
        console.out().println(Escape.terminal(sentence.formatted(stage)));
    }
}
