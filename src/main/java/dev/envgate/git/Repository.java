package dev.envgate.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A git repository as it is stored. */
public final class Repository {
    private static final int DEEPEST = 64;
    private static final Pattern REVISION = Pattern.compile("(.+?)((?:[~^][0-9]{0,4}){0,20})");
    private static final Pattern STEP = Pattern.compile("([~^])([0-9]*)");
    private static final String WHOLE =
            "fetch it first; a pipeline that checks out needs the whole history: `fetch-depth: 0`.";

    private final Refs refs;
    private final ObjectStore store;
    private final Set<String> shallow;
    private final Map<String, Commit> commits = new HashMap<>();

    private Repository(Refs refs, ObjectStore store, Set<String> shallow) {
        this.refs = refs;
        this.store = store;
        this.shallow = shallow;
    }

    /** Opens the repository whose work tree has its root in a directory. */
    public static Repository open(Path top) throws GitException {
        try {
            Path own = own(top.resolve(".git"));
            Path common = common(own);
            refuseWhatIsNew(common);
            Path shallow = common.resolve("shallow");
            return new Repository(
                    new Refs(own, common),
                    ObjectStore.open(common.resolve("objects")),
                    Files.isRegularFile(shallow) ? Set.copyOf(Files.readAllLines(shallow)) : Set.of());
        } catch (IOException e) {
            throw GitException.broken("the repository");
        }
    }

    /** A linked work tree and a submodule have a file that names the directory. */
    static Path own(Path git) throws IOException, GitException {
        if (Files.isDirectory(git)) {
            return git;
        }
        String text = Files.isRegularFile(git) ? Files.readString(git).strip() : "";
        if (!text.startsWith("gitdir: ")) {
            throw new GitException("this is no git repository", "run it in a clone of one, or leave `--since` out.");
        }
        return git.resolveSibling(text.substring(8)).normalize();
    }

    static Path common(Path own) throws IOException {
        Path file = own.resolve("commondir");
        return Files.isRegularFile(file)
                ? own.resolve(Files.readString(file).strip()).normalize()
                : own;
    }

    private static void refuseWhatIsNew(Path common) throws IOException, GitException {
        Path file = common.resolve("config");
        String config = Files.isRegularFile(file) ? Files.readString(file).toLowerCase(java.util.Locale.ROOT) : "";
        if (config.contains("objectformat = sha256") || config.contains("refstorage = reftable")) {
            throw new GitException(
                    "its format (SHA-256 or reftable) is not read", "leave `--since` out, and use a baseline.");
        }
    }

    /** The commit that is checked out; empty where there is none or it cannot be told. */
    public static Optional<String> head(Path top) {
        try {
            Path own = own(top.resolve(".git"));
            return new Refs(own, common(own)).find("HEAD");
        } catch (IOException | GitException e) {
            return Optional.empty();
        }
    }

    /** The commit from which both a revision and what is checked out come. */
    public String base(String revision) throws GitException {
        try {
            return mergeBase(resolve(revision), resolve("HEAD"));
        } catch (IOException e) {
            throw GitException.broken("the history");
        }
    }

    private Commit resolve(String revision) throws GitException, IOException {
        Matcher parts = REVISION.matcher(revision);
        Optional<String> id = parts.matches() ? find(parts.group(1)) : Optional.empty();
        if (id.isEmpty()) {
            throw new GitException("there is no revision `%s`".formatted(revision), WHOLE);
        }
        Commit commit = commit(id.get());
        Matcher step = STEP.matcher(parts.group(2));
        while (step.find()) {
            commit = step(
                    commit, step.group(1), step.group(2).isEmpty() ? 1 : Integer.parseInt(step.group(2)), revision);
        }
        return commit;
    }

    /** A name counts before an id that begins like it, as for git. */
    private Optional<String> find(String name) throws GitException, IOException {
        Optional<String> found = refs.find(name);
        if (found.isPresent() || !Refs.isShortId(name)) {
            return found;
        }
        List<String> ids = new ArrayList<>();
        for (String id : store.beginning(name)) {
            if (store.read(id).type().matches("commit|tag")) {
                ids.add(id);
            }
        }
        if (ids.size() > 1) {
            throw new GitException(
                    "`%s` can be %d commits".formatted(name, ids.size()),
                    "write more digits of the one that is meant.");
        }
        return ids.stream().findFirst();
    }

    private Commit step(Commit from, String sign, int number, String revision) throws GitException, IOException {
        Commit at = from;
        int steps = sign.equals("~") ? number : 1;
        int parent = sign.equals("~") ? 1 : number;
        for (int i = 0; i < steps && parent > 0; i++) {
            if (at.parents().size() < parent) {
                throw new GitException("there is no revision `%s`".formatted(revision), WHOLE);
            }
            at = commit(at.parents().get(parent - 1));
        }
        return at;
    }

    private Commit commit(String id) throws GitException, IOException {
        Commit known = commits.get(id);
        if (known != null) {
            return known;
        }
        GitObject object = store.read(id);
        if (object.type().equals("tag")) {
            return commit(tagged(object));
        }
        if (!object.type().equals("commit")) {
            throw new GitException(
                    "`%s` is no commit".formatted(id.substring(0, 10)), "name a branch, a tag or a commit.");
        }
        Commit commit = Commit.parse(id, object.content());
        Commit kept = shallow.contains(id) ? new Commit(id, commit.tree(), List.of(), commit.time()) : commit;
        commits.put(id, kept);
        return kept;
    }

    private static String tagged(GitObject tag) throws GitException {
        String text = new String(tag.content(), StandardCharsets.UTF_8);
        if (!text.matches("(?s)object [0-9a-f]{40}\n.*")) {
            throw GitException.broken("a tag");
        }
        return text.substring(7, 47);
    }

    private String mergeBase(Commit left, Commit right) throws GitException, IOException {
        List<Commit> common = new History(this::commit).common(left, right);
        if (common.isEmpty()) {
            throw new GitException("the two have no commit in common, or the clone is cut off before it", WHOLE);
        }
        return common.getFirst().id();
    }

    /** The regular files of a commit: the id of each by its path, with {@code /} between its parts. */
    public Map<String, String> files(String commit) throws GitException {
        Map<String, String> files = new TreeMap<>();
        try {
            tree(commit(commit).tree(), "", files, 0);
        } catch (IOException e) {
            throw GitException.broken("a tree");
        }
        return files;
    }

    private void tree(String id, String path, Map<String, String> files, int depth) throws GitException, IOException {
        byte[] content = store.read(id).content();
        int at = 0;
        while (at < content.length && depth < DEEPEST) {
            int blank = indexOf(content, (byte) ' ', at);
            int end = indexOf(content, (byte) 0, blank);
            if (end + 21 > content.length) {
                throw GitException.broken("a tree");
            }
            String mode = new String(content, at, blank - at, StandardCharsets.US_ASCII);
            String name = path + new String(content, blank + 1, end - blank - 1, StandardCharsets.UTF_8);
            String child = HexFormat.of().formatHex(content, end + 1, end + 21);
            if (mode.equals("40000")) {
                tree(child, name + "/", files, depth + 1);
            } else if (mode.startsWith("100")) {
                files.put(name, child);
            }
            at = end + 21;
        }
    }

    private static int indexOf(byte[] content, byte wanted, int from) throws GitException {
        for (int i = from; i < content.length; i++) {
            if (content[i] == wanted) {
                return i;
            }
        }
        throw GitException.broken("a tree");
    }

    /** What a file holds, by its id. */
    public byte[] content(String id) throws GitException {
        try {
            return store.read(id).content();
        } catch (IOException e) {
            throw GitException.broken("a file");
        }
    }

    /** The id that git would give to a file. */
    public static String id(byte[] content) {
        MessageDigest digest = sha1();
        digest.update(("blob " + content.length + "\0").getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(digest.digest(content));
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}
