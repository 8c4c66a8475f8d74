package dev.envgate.cli;

import dev.envgate.git.GitException;
import dev.envgate.git.Hooks;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A hook of git that asks the gate.
 *
 * @param stage {@code pre-push} or {@code pre-commit}
 * @param online whether it asks AWS too
 */
record GitHook(Console console, String stage, boolean online) {
    static final String PRE_PUSH = "pre-push";
    static final List<String> STAGES = List.of(PRE_PUSH, "pre-commit");

    private static final String OURS = "# Installed by `envgate hook install`";

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

    /** Says what was done. */
    List<String> install() throws IOException, Misuse {
        Path hook = directory().resolve(stage);
        String text = script();
        boolean there = Files.exists(hook);
        if (there && Files.readString(hook).equals(text)) {
            return List.of("The hook `%s` is as it would be written; nothing was changed.".formatted(stage));
        }
        Files.createDirectories(hook.resolveSibling("."));
        boolean theirs = there && !ours(hook);
        if (theirs) {
            keep(hook);
        }
        write(hook, text, theirs);
        List<String> said = new ArrayList<>();
        said.add(
                "The hook `%s` is installed. It looks at what changed only%s; `envgate hook uninstall` takes it out again."
                        .formatted(stage, online ? "" : ", and at files"));
        if (Files.exists(before(hook))) {
            said.add("The hook that was there is `%s` now and runs first."
                    .formatted(before(hook).getFileName()));
        }
        return said;
    }

    private static void keep(Path hook) throws IOException, Misuse {
        Path before = before(hook);
        if (Files.exists(before)) {
            throw new Misuse(
                    "Both `%s` and `%s` are there, and nothing was changed."
                            .formatted(hook.getFileName(), before.getFileName()),
                    "make one hook of the two in `%s`.".formatted(hook.getParent()));
        }
        Files.copy(hook, before, StandardCopyOption.COPY_ATTRIBUTES);
    }

    private void write(Path hook, String text, boolean kept) throws IOException, Misuse {
        try {
            new WholeFile(hook).write(text, "The hook `" + stage + "`");
        } catch (Misuse misuse) {
            if (kept) {
                Files.delete(before(hook));
            }
            throw misuse;
        }
        if (!hook.toFile().setExecutable(true, false)) {
            throw new Misuse(
                    "The hook `%s` could not be made executable.".formatted(stage),
                    "run `chmod +x %s`.".formatted(hook));
        }
    }

    /** Says what was done. */
    List<String> uninstall() throws IOException, Misuse {
        Path hook = directory().resolve(stage);
        if (!Files.exists(hook) || !ours(hook)) {
            return List.of("No hook `%s` of envgate is there; nothing was changed.".formatted(stage));
        }
        Path before = before(hook);
        if (Files.exists(before)) {
            Files.move(before, hook, StandardCopyOption.REPLACE_EXISTING);
            return List.of("The hook `%s` is again what it was before.".formatted(stage));
        }
        Files.delete(hook);
        return List.of("The hook `%s` is taken out.".formatted(stage));
    }

    private static Path before(Path hook) {
        return hook.resolveSibling(hook.getFileName() + ".before-envgate");
    }

    private static boolean ours(Path hook) throws IOException {
        return new String(Files.readAllBytes(hook), StandardCharsets.UTF_8).contains(OURS);
    }

    private String script() throws IOException {
        try (InputStream packed = GitHook.class.getResourceAsStream("/dev/envgate/hooks/" + stage)) {
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
}
