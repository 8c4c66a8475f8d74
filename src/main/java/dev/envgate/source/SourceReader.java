package dev.envgate.source;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads which names the code reads. The application is searched first; the rest of its repository only for names that the application was
 * not seen to read, and only when it was seen to read another one: else the code lies somewhere else.
 */
public final class SourceReader {
    private static final int HEAD = 8_000;
    private static final Comparator<CodeRead> BY_PLACE = SourceReader::byPlace;

    private final Request request;
    private final Surroundings surroundings;
    private final List<CodeRead> reads = new ArrayList<>();
    private final List<ComputedRead> computed = new ArrayList<>();
    private final List<Path> files = new ArrayList<>();
    private final AtomicBoolean complete = new AtomicBoolean(true);

    private SourceReader(Request request, Surroundings surroundings) {
        this.request = request;
        this.surroundings = surroundings;
    }

    /**
     * What to search.
     *
     * @param repository the directory around the application, whose ignore files count; absolute
     * @param application the directories whose code is the application's; absolute
     * @param wanted the names that are declared
     * @param workspace says how a path is shown
     * @param excluded patterns of what is left out, as in an ignore file at the repository's root
     * @param tracked what ignore files do not leave out
     */
    public record Request(
            Path repository,
            List<Path> application,
            Set<Name> wanted,
            Workspace workspace,
            List<String> excluded,
            Tracked tracked) {
        /** Nothing is left out, and nothing kept that ignore files name. */
        public Request(Path repository, List<Path> application, Set<Name> wanted, Workspace workspace) {
            this(repository, application, wanted, workspace, List.of(), Tracked.NOTHING);
        }

        public Request {
            excluded = List.copyOf(excluded);
            application = List.copyOf(application);
            wanted = Set.copyOf(wanted);
        }
    }

    public static Code read(Request request) {
        return read(request, new Surroundings());
    }

    /** The same for one of several searches that share what they find out of their repositories. */
    public static Code read(Request request, Surroundings surroundings) {
        return new SourceReader(request, surroundings).code();
    }

    private Code code() {
        for (Path directory : request.application()) {
            search(walk(Set.of()).below(directory), directory, false);
        }
        Set<Name> left = unread(idle());
        if (!left.isEmpty() && left.size() < request.wanted().size()) {
            searchAround();
        }
        complete.compareAndSet(true, Submodules.present(request.repository()));
        String root =
                request.application().stream().map(request.workspace()::show).collect(Collectors.joining(", "));
        return searched(root);
    }

    private Code.Searched searched(String root) {
        return new Code.Searched(
                root,
                files.size(),
                complete.get(),
                reads.stream().distinct().sorted(BY_PLACE).toList(),
                computed,
                images(),
                ofLibraries());
    }

    /** Fields of settings that nothing takes up in what was searched so far. */
    private Set<CodeRead> idle() {
        IdleFields fields = new IdleFields(reads, request.wanted());
        return fields.none()
                ? Set.of()
                : fields.among(files.parallelStream().filter(this::mayTakeUp).flatMap(file -> asText(file).stream()));
    }

    /** A field of settings that nothing takes up is a mention, and no read. */
    private void takeUp(Set<CodeRead> idle) {
        reads.replaceAll(read -> idle.contains(read)
                ? new CodeRead(read.name(), read.span(), read.fallback(), read.reader(), CodeRead.Certainty.MENTIONED)
                : read);
    }

    /** The directories from which images are built. */
    private List<String> images() {
        boolean whole = request.application().stream().anyMatch(request.repository()::startsWith);
        List<Path> all = whole
                ? Surroundings.images(files)
                : surroundings.images(request.repository(), request.excluded(), request.tracked());
        return all.stream()
                .map(file -> directory(request.workspace().show(file)))
                .distinct()
                .sorted()
                .toList();
    }

    private static String directory(String file) {
        return file.substring(0, Math.max(0, file.lastIndexOf('/')));
    }

    /** The names that the application is not seen to read, and that a library may read. */
    private Set<Name> ofLibraries() {
        Set<Name> unseen =
                request.wanted().stream().filter(name -> !seen(name)).collect(Collectors.toCollection(TreeSet::new));
        if (unseen.isEmpty()) {
            return unseen;
        }
        Libraries libraries = new Libraries(this::inCode);
        files.stream()
                .filter(Libraries::mayList)
                .forEach(file -> text(file).ifPresent(text -> libraries.add(file, text)));
        return unseen.stream().filter(libraries::mayRead).collect(Collectors.toSet());
    }

    private boolean inCode(String word) {
        return files.parallelStream()
                .filter(this::mayUse)
                .anyMatch(file -> text(file)
                        .filter(text -> text.toLowerCase(Locale.ROOT).contains(word))
                        .isPresent());
    }

    /** Documents, lists of libraries, pipelines and Compose files are no code that uses a library; what starts a container is. */
    private boolean mayUse(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean starting = name.endsWith(".sh");
        return !Libraries.mayList(file)
                && Kind.of(name)
                        .filter(kind -> starting || Roles.of(parts(request.repository(), file), kind) != Reader.TOOLING)
                        .isPresent();
    }

    /** Code that is no test, and what is no code and no document: templates are handed settings. */
    private boolean mayTakeUp(Path file) {
        return Kind.of(String.valueOf(file.getFileName()))
                .map(kind -> mayUse(file) && Roles.of(parts(request.repository(), file), kind) != Reader.TEST)
                .orElseGet(() -> Mentions.mayHold(file) || IdleFields.mayBeTemplate(file));
    }

    /** What code is seen to read, tools too, no library reads in its place. */
    private boolean seen(Name name) {
        return reads.stream().filter(read -> read.name().equals(name)).anyMatch(SourceReader::byCode);
    }

    private static boolean byCode(CodeRead read) {
        return (read.reader() == Reader.APPLICATION && read.certainty() != CodeRead.Certainty.MENTIONED)
                || (read.reader() == Reader.TOOLING
                        && read.certainty() == CodeRead.Certainty.WRITTEN
                        && Kind.of(read.file().substring(read.file().lastIndexOf('/') + 1))
                                .filter(kind -> !kind.tooling())
                                .isPresent());
    }

    private void searchAround() {
        boolean whole = request.application().stream().anyMatch(request.repository()::startsWith);
        if (!whole) {
            search(walk(Set.copyOf(request.application())).below(request.repository()), request.repository(), true);
        }
        Set<CodeRead> idle = idle();
        takeUp(idle);
        Set<Name> left = unread(Set.of());
        if (!left.isEmpty()) {
            Mentions.Found found = new Mentions(left).in(texts(files));
            found.reads().stream()
                    .filter(read -> idle.stream().noneMatch(field -> samePlace(field, read)))
                    .forEach(reads::add);
            computed.addAll(found.made());
        }
    }

    private static boolean samePlace(CodeRead one, CodeRead other) {
        return one.file().equals(other.file())
                && one.span().start() == other.span().start();
    }

    /** The declared names that nothing was seen to read. */
    private Set<Name> unread(Set<CodeRead> idle) {
        Set<Name> written = new HashSet<>();
        Set<String> derived = new HashSet<>();
        for (CodeRead read : reads) {
            if (read.certainty() == CodeRead.Certainty.MENTIONED || idle.contains(read)) {
                continue;
            }
            written.add(read.name());
            derived.add(
                    read.certainty() == CodeRead.Certainty.DERIVED ? read.name().folded() : "");
        }
        return request.wanted().stream()
                .filter(name -> !written.contains(name) && !derived.contains(name.folded()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Walk walk(Set<Path> without) {
        return new Walk(request.repository(), without, request.excluded(), request.tracked());
    }

    private void search(Walk walk, Path root, boolean elsewhere) {
        complete.compareAndSet(true, walk.complete());
        files.addAll(walk.files());
        List<Scan> scans = walk.files().parallelStream()
                .flatMap(file -> scan(file, root, elsewhere).stream())
                .toList();
        scans.forEach(scan -> reads.addAll(scan.reads()));
        scans.forEach(scan -> computed.addAll(scan.computed()));
        Set<Helper> helpers =
                scans.stream().flatMap(scan -> scan.helpers().stream()).collect(Collectors.toSet());
        if (!helpers.isEmpty()) {
            Marks called = new Marks(helpers.stream().map(Helper::name).toList());
            reads.addAll(walk.files().parallelStream()
                    .flatMap(file -> calls(file, root, elsewhere, helpers, called).stream())
                    .flatMap(scan -> scan.reads().stream())
                    .toList());
        }
    }

    private Optional<Scan> calls(Path file, Path root, boolean elsewhere, Set<Helper> helpers, Marks called) {
        return Kind.of(String.valueOf(file.getFileName()))
                .flatMap(kind -> bytes(file)
                        .filter(called::in)
                        .flatMap(SourceReader::decoded)
                        .map(text -> {
                            Scan scan = begin(file, root, elsewhere, kind, text);
                            kind.search().calls(helpers, scan);
                            return scan;
                        }));
    }

    private Optional<Scan> scan(Path file, Path root, boolean elsewhere) {
        return Kind.of(String.valueOf(file.getFileName()))
                .flatMap(kind -> bytes(file)
                        .filter(kind.search()::mayRead)
                        .flatMap(SourceReader::decoded)
                        .map(text -> {
                            Scan scan = begin(file, root, elsewhere, kind, text);
                            kind.search().in(scan);
                            return scan;
                        }));
    }

    private Scan begin(Path file, Path root, boolean elsewhere, Kind kind, String text) {
        Reader reader = Roles.of(parts(root, file), kind, text);
        return new Scan(
                new SourceFile(request.workspace().show(file), text),
                elsewhere && reader == Reader.APPLICATION ? Reader.ELSEWHERE : reader);
    }

    private static List<String> parts(Path root, Path file) {
        List<String> parts = new ArrayList<>();
        root.relativize(file).forEach(part -> parts.add(part.toString()));
        return parts;
    }

    private Stream<Mentions.Text> texts(List<Path> paths) {
        return paths.parallelStream().filter(Mentions::mayHold).flatMap(file -> asText(file).stream());
    }

    private Optional<Mentions.Text> asText(Path file) {
        return text(file)
                .map(text -> new Mentions.Text(
                        new SourceFile(request.workspace().show(file), text),
                        Kind.of(String.valueOf(file.getFileName()))));
    }

    /** The text of a file; empty when it cannot be read, is no text, or was made by a program. */
    private Optional<String> text(Path file) {
        return bytes(file).flatMap(SourceReader::decoded);
    }

    private static Optional<String> decoded(byte[] bytes) {
        String decoded = binary(bytes) ? "" : new String(bytes, StandardCharsets.UTF_8);
        String text = decoded.startsWith("\ufeff") ? decoded.substring(1) : decoded;
        return text.isEmpty() || PassedOver.text(text) ? Optional.empty() : Optional.of(text);
    }

    private Optional<byte[]> bytes(Path file) {
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException unreadable) {
            complete.set(false);
            return Optional.empty();
        }
    }

    private static boolean binary(byte[] bytes) {
        for (int i = 0; i < Math.min(HEAD, bytes.length); i++) {
            if (bytes[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static int byPlace(CodeRead one, CodeRead other) {
        int file = one.span().file().path().compareTo(other.span().file().path());
        int place = file == 0 ? Integer.compare(one.span().start(), other.span().start()) : file;
        return place == 0 ? one.name().compareTo(other.name()) : place;
    }
}
