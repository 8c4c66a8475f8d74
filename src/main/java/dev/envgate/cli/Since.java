package dev.envgate.cli;

import dev.envgate.git.GitException;
import dev.envgate.git.Repository;
import dev.envgate.ledger.Ledger;
import dev.envgate.policy.Change;
import dev.envgate.policy.ChangedFile;
import dev.envgate.policy.Touched;
import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds out what the work tree has changed since it left the way of a revision, committed or not. */
record Since(Path directory, String revision) {
    private static final long LARGEST = 4 << 20;
    private static final int MOST_FILES = 500_000;

    /** Contracts, Terraform and what feeds it, and the languages that containers are written in. */
    private static final Pattern WANTED =
            Pattern.compile("(?i).*\\.(tf|tofu|tfvars|hcl|json|tpl|tmpl|tftpl|ya?ml|toml|properties"
                    + "|js|jsx|mjs|cjs|ts|tsx|vue|svelte|py|rb|go|java|kt|kts|groovy|scala|php|rs|cs|fs|vb|ex|exs|sh|bash|dart|swift|clj)"
                    + "|(?i).*env[^/]*|(?i)(.*/)?(Dockerfile|Procfile|Makefile)[^/]*");

    /** What {@code ledger} says of the services whose Terraform is of another repository cannot be told from this one. */
    Change change(Ledger ledger, List<Facts> facts) throws Misuse {
        Path top = Directories.repository(directory, directory);
        try {
            Repository repository = Repository.open(top);
            Set<String> elsewhere = facts.stream()
                    .filter(each ->
                            !Directories.repository(each.terraform(), top).equals(top))
                    .map(Facts::title)
                    .collect(Collectors.toSet());
            List<ChangedFile> files = files(top, repository, repository.files(repository.base(revision)));
            return new Touched(revision, files, ledger, elsewhere);
        } catch (GitException e) {
            throw new Misuse(
                    "What changed since `%s` is not known, because %s.".formatted(revision, e.why()), e.hint());
        }
    }

    private static List<ChangedFile> files(Path top, Repository repository, Map<String, String> before)
            throws GitException, Misuse {
        TreeSet<String> paths = new TreeSet<>(before.keySet());
        RepositoryWalk.everything(top, MOST_FILES).forEach(file -> paths.add(shown(top, file)));
        List<String> differing = paths.parallelStream()
                .filter(path -> WANTED.matcher(path).matches())
                .filter(path -> !Repository.id(now(top.resolve(path))).equals(before.getOrDefault(path, "")))
                .toList();
        List<ChangedFile> changed = new ArrayList<>();
        for (String path : differing) {
            String id = before.getOrDefault(path, "");
            byte[] old = id.isEmpty() ? new byte[0] : repository.content(id);
            changed.add(ChangedFile.of(path, text(old), text(now(top.resolve(path)))));
        }
        return changed;
    }

    private static String shown(Path top, Path file) {
        return top.relativize(file).toString().replace('\\', '/');
    }

    /** What a path holds now; nothing when it is gone, and nothing when it is a link: what it leads to is another file. */
    private static byte[] now(Path file) {
        try {
            BasicFileAttributes found =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return found.isRegularFile() && found.size() <= LARGEST ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
