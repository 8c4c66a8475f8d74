package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.BOOL;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Base64;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Functions that read files and take paths apart. Nothing is read but what the workspace allows. */
final class FileFunctions {
    private final Workspace workspace;

    FileFunctions(Workspace workspace) {
        this.workspace = workspace;
    }

    List<Function> all() {
        return Functions.family(
                named("file").takes(STRING).gives(STRING, this::file),
                named("fileexists").takes(STRING).gives(BOOL, this::exists),
                named("fileset").takes(STRING).takes(STRING).gives(new Type.SetOf(STRING), this::set),
                digest("filebase64", text -> Base64.getEncoder().encodeToString(bytes(text))),
                digest("filemd5", text -> hex("MD5", text)),
                digest("filesha1", text -> hex("SHA-1", text)),
                digest("filesha256", text -> hex("SHA-256", text)),
                digest("filesha512", text -> hex("SHA-512", text)),
                digest("filebase64sha256", text -> base64("SHA-256", text)),
                digest("filebase64sha512", text -> base64("SHA-512", text)),
                named("abspath").takes(STRING).gives(STRING, this::absolute),
                named("pathexpand").takes(STRING).gives(STRING, FileFunctions::expanded),
                named("basename").takesPartly(STRING).gives(STRING, FileFunctions::base),
                named("dirname").takes(STRING).gives(STRING, call -> call.formOf(0, directory(call.text(0)))));
    }

    /** What came of reading a file. */
    sealed interface Outcome {
        record Found(SourceFile file) implements Outcome {}

        record Refused(Value why) implements Outcome {}
    }

    /** Reads a file, or says why not. */
    Outcome read(String path, Site site) {
        Optional<Path> place = place(path);
        if (place.isEmpty()) {
            return new Outcome.Refused(site.failed("this is no path of a file"));
        }
        return switch (workspace.read(place.get())) {
            case Workspace.Read.Found found -> new Outcome.Found(found.file());
            case Workspace.Read.Refused refused -> new Outcome.Refused(refused(path, place.get(), refused.why(), site));
        };
    }

    private static Optional<Path> place(String path) {
        try {
            return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    // A file that is certainly not there is Terraform's failure too; one that may not be read is not.
    private Value refused(String path, Path place, String why, Site site) {
        return switch (there(place)) {
            case NO -> site.failed("there is no file `" + path + "`");
            case YES, OPEN ->
                site.because(
                        new Cause(Cause.Kind.NOT_READ, "the file `" + path + "` cannot be read: " + why, site.span()));
        };
    }

    private enum There {
        YES,
        NO,
        OPEN
    }

    private There there(Path place) {
        Path name = place.getFileName();
        if (name == null || place.startsWith("~")) {
            return There.OPEN;
        }
        Path parent = place.getParent();
        return switch (workspace.list(parent == null ? Path.of("") : parent)) {
            case Workspace.Listing.Found found -> found.names().contains(name.toString()) ? There.YES : There.NO;
            case Workspace.Listing.Refused ignored -> There.OPEN;
        };
    }

    private Value file(Invocation call) {
        return switch (read(call.text(0), call.site())) {
            case Outcome.Found found -> through("file", call.string(0), whole(found.file()), call.site());
            case Outcome.Refused refused -> refused.why();
        };
    }

    /** What was read from a file has come through the call that names it. */
    static Value through(String function, Value.Str path, Value read, Site site) {
        String shown = path.origin().sensitive() ? "…" : "\"" + clean(path.text()) + "\"";
        return TakenOut.behind(read, List.of(new Origin.Hop(function + "(" + shown + ")", site.span())));
    }

    /** The text of a file, which knows its own lines. */
    private static Value whole(SourceFile file) {
        return Value.Str.of(Strings.composed(file.text()), Origin.at(file.all()));
    }

    private Value exists(Invocation call) {
        Optional<Path> place = place(call.text(0));
        if (place.isEmpty()) {
            return call.failed("this is no path of a file");
        }
        return switch (there(place.get())) {
            case YES -> call.answer(true);
            case NO -> call.answer(false);
            case OPEN ->
                call.site()
                        .because(new Cause(
                                Cause.Kind.NOT_READ,
                                "the directory of `" + call.text(0) + "` cannot be read",
                                call.site().span()));
        };
    }

    private Value set(Invocation call) {
        return call.site().unsupported("`fileset` is not evaluated");
    }

    private Function digest(String name, UnaryOperator<String> work) {
        return named(name).takes(STRING).gives(STRING, call -> switch (read(call.text(0), call.site())) {
            case Outcome.Found found -> call.answer(work.apply(found.file().text()));
            case Outcome.Refused refused -> refused.why();
        });
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String hex(String algorithm, String text) {
        return HexFormat.of().formatHex(HashFunctions.digest(algorithm, bytes(text)));
    }

    private static String base64(String algorithm, String text) {
        return Base64.getEncoder().encodeToString(HashFunctions.digest(algorithm, bytes(text)));
    }

    private Value absolute(Invocation call) {
        String path = call.text(0);
        if (path.startsWith("/")) {
            return call.formOf(0, clean(path));
        }
        return place(path)
                .<Value>map(place ->
                        call.formOf(0, workspace.absolute(place).toString().replace('\\', '/')))
                .orElseGet(() -> call.failed("this is no path of a file"));
    }

    private static Value expanded(Invocation call) {
        return call.text(0).startsWith("~")
                ? call.site()
                        .because(new Cause(
                                Cause.Kind.BY_NATURE,
                                "`pathexpand` depends on the machine",
                                call.site().span()))
                : call.argument(0);
    }

    private static Value base(Invocation call) {
        if (call.string(0).known()) {
            return call.formOf(0, name(call.text(0)));
        }
        String suffix = Partial.suffix(call.string(0));
        boolean named = suffix.contains("/") && !suffix.endsWith("/");
        return named ? call.formOf(0, name(suffix)) : call.site().derived(STRING, call.argument(0));
    }

    private static String name(String path) {
        if (path.isEmpty()) {
            return ".";
        }
        String bare = path.replaceAll("/+$", "");
        return bare.isEmpty() ? "/" : bare.substring(bare.lastIndexOf('/') + 1);
    }

    private static String directory(String path) {
        int slash = path.lastIndexOf('/');
        return clean(slash < 0 ? "" : path.substring(0, slash + 1));
    }

    /** The shortest path that means the same. */
    static String clean(String path) {
        boolean rooted = path.startsWith("/");
        Deque<String> parts = new ArrayDeque<>();
        for (String part : path.split("/", -1)) {
            if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
                parts.removeLast();
            } else if (!part.isEmpty() && !part.equals(".") && !(rooted && part.equals(".."))) {
                parts.addLast(part);
            }
        }
        String joined = (rooted ? "/" : "") + String.join("/", parts);
        return joined.isEmpty() ? "." : joined;
    }
}
