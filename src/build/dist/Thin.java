import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassesAttribute;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.lang.classfile.constantpool.Utf8Entry;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Leaves out of the AWS SDK's services what the program cannot reach (decision 027): operations that it never calls, and the classes that only those need. A class stays when anything that stays names it, in
 * code, in a signature, in a text or in a file beside the classes; of a client's operations, those stay whose name is called anywhere. Everything that is not a service of the SDK stays as it is.
 *
 * <p>Usage: {@code java Thin.java PROGRAM.jar LIBRARIES THINNED}: the libraries of one directory are written into another.
 */
public final class Thin {
    private static final String SERVICES = "software/amazon/awssdk/services/";

    /** What a client offers for each operation, and for nothing else: one argument, a request or what builds one; or none, or a request and what takes the body. */
    private static final Pattern OPERATION =
            Pattern.compile("\\(L(" + SERVICES + "\\w+/model/\\w+Request|java/util/function/Consumer);.*|\\(\\)L"
                    + SERVICES + "\\w+/(model/\\w+Response|paginators/\\w+|waiters/\\w+|S3Utilities);");

    private static final Pattern DESCRIBED = Pattern.compile("L(" + SERVICES + "[\\w/$]+)[;<]");

    /** Two builds give the same bytes. */
    private static final LocalDateTime TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

    private final ClassFile classes;

    /** The classes of the services, by their internal names. */
    private final Map<String, byte[]> services = new TreeMap<>();

    /** What has been worked out of classes that are not cut. */
    private final Map<String, Names> known = new HashMap<>();

    /** What a class names: classes of the services, and operations of their clients. */
    private record Names(Set<String> classes, Set<String> operations) {
        Names() {
            this(new HashSet<>(), new HashSet<>());
        }

        void add(Names other) {
            classes.addAll(other.classes);
            operations.addAll(other.operations);
        }
    }

    private Thin(ClassLoader types) {
        classes = ClassFile.of(
                ClassFile.ConstantPoolSharingOption.NEW_POOL,
                ClassFile.DebugElementsOption.DROP_DEBUG,
                ClassFile.ClassHierarchyResolverOption.of(ClassHierarchyResolver.ofResourceParsing(types)
                        .orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** Thins the libraries of one directory into another. */
    public static void main(String[] arguments) throws IOException {
        Path libraries = Path.of(arguments[1]);
        List<URL> jars = new ArrayList<>();
        for (Path jar : jars(libraries)) {
            jars.add(jar.toUri().toURL());
        }
        try (URLClassLoader types = new URLClassLoader(jars.toArray(URL[]::new), null)) {
            new Thin(types).run(Path.of(arguments[0]), libraries, Path.of(arguments[2]));
        }
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> found = Files.list(directory)) {
            return found.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        }
    }

    private void run(Path program, Path libraries, Path thinned) throws IOException {
        Map<Path, Map<String, byte[]>> jars = new TreeMap<>();
        for (Path jar : jars(libraries)) {
            jars.put(jar, entries(jar));
        }
        Names roots = new Names();
        entries(program).forEach((name, bytes) -> roots.add(names(name, bytes)));
        jars.values()
                .forEach(jar -> jar.forEach((name, bytes) -> {
                    if (name.startsWith(SERVICES) && name.endsWith(".class")) {
                        services.put(className(name), bytes);
                    }
                }));
        jars.values()
                .forEach(jar -> jar.forEach((name, bytes) -> {
                    if (!services.containsKey(className(name))) {
                        roots.add(names(name, bytes));
                    }
                }));
        Map<String, byte[]> kept = kept(roots);
        Files.createDirectories(thinned);
        for (Path old : jars(thinned)) {
            Files.delete(old);
        }
        for (Map.Entry<Path, Map<String, byte[]>> jar : jars.entrySet()) {
            Path to = thinned.resolve(jar.getKey().getFileName());
            if (jar.getValue().keySet().stream().anyMatch(name -> services.containsKey(className(name)))) {
                write(jar.getValue(), kept, to);
            } else {
                Files.copy(jar.getKey(), to);
            }
        }
        System.out.printf("%d of %d classes of the AWS SDK's services stay%n", kept.size(), services.size());
    }

    /** What is reachable grows with the operations that are called, and the other way round, until neither does. */
    private Map<String, byte[]> kept(Names roots) {
        Set<String> operations = new TreeSet<>(roots.operations());
        while (true) {
            int before = operations.size();
            Map<String, byte[]> kept = new TreeMap<>();
            Deque<String> open = new ArrayDeque<>(roots.classes());
            while (!open.isEmpty()) {
                String name = open.pop();
                byte[] bytes = services.get(name);
                if (bytes != null && !kept.containsKey(name)) {
                    byte[] cut = cut(bytes, operations);
                    kept.put(name, cut);
                    Names names = isClient(name)
                            ? names(name + ".class", cut)
                            : known.computeIfAbsent(name, each -> names(each + ".class", cut));
                    open.addAll(names.classes());
                    operations.addAll(names.operations());
                }
            }
            if (operations.size() == before) {
                return kept;
            }
        }
    }

    private static boolean isClient(String name) {
        return name.startsWith(SERVICES) && name.endsWith("Client");
    }

    /** The class without what helps debuggers only and, when it is a client, without the operations that nobody calls. */
    private byte[] cut(byte[] bytes, Set<String> operations) {
        ClassModel model = classes.parse(bytes);
        if (!isClient(model.thisClass().asInternalName())) {
            return classes.transformClass(model, ClassTransform.ACCEPT_ALL);
        }
        Set<String> left = new HashSet<>();
        for (MethodModel method : model.methods()) {
            String name = method.methodName().stringValue();
            if (!operations.contains(name)
                    && OPERATION.matcher(method.methodType().stringValue()).matches()) {
                left.add(name);
            }
        }
        // The list of inner classes names the requests of all operations; only reflection looks at it.
        return classes.transformClass(
                model,
                ClassTransform.dropping(element -> element instanceof InnerClassesAttribute
                        || element instanceof MethodModel method
                                && left.contains(operation(method.methodName().stringValue()))));
    }

    /** The operation that a method belongs to: the body of a lambda belongs to the method that it stands in. */
    private static String operation(String method) {
        return method.startsWith("lambda$") ? method.substring("lambda$".length(), method.lastIndexOf('$')) : method;
    }

    private Names names(String entry, byte[] bytes) {
        Names names = new Names();
        if (entry.startsWith("META-INF/versions/") || entry.endsWith("module-info.class")) {
            return names;
        }
        if (!entry.endsWith(".class")) {
            named(new String(bytes, StandardCharsets.UTF_8), names);
            return names;
        }
        ClassModel model = classes.parse(bytes);
        for (PoolEntry each : model.constantPool()) {
            switch (each) {
                case ClassEntry named -> name(named.asInternalName().replaceAll("^\\[+L|;$", ""), names);
                case MemberRefEntry member -> called(member, names);
                case Utf8Entry text -> named(text.stringValue(), names);
                default -> {}
            }
        }
        return names;
    }

    private static void called(MemberRefEntry member, Names names) {
        if (isClient(member.owner().asInternalName())) {
            names.operations().add(member.name().stringValue());
        }
    }

    /** Every line of a text that is the name of a class, and every type of a signature. */
    private void named(String text, Names names) {
        for (String line : text.split("\n")) {
            name(line.strip().replace('.', '/'), names);
        }
        Matcher described = DESCRIBED.matcher(text);
        while (described.find()) {
            name(described.group(1), names);
        }
    }

    private static void name(String name, Names names) {
        if (name.startsWith(SERVICES)) {
            names.classes().add(name);
        }
    }

    private static String className(String entry) {
        return entry.replaceFirst("\\.class$", "");
    }

    private static Map<String, byte[]> entries(Path jar) {
        Map<String, byte[]> entries = new TreeMap<>();
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(jar))) {
            for (Optional<ZipEntry> entry = next(from); entry.isPresent(); entry = next(from)) {
                if (!entry.get().isDirectory()) {
                    entries.put(entry.get().getName(), from.readAllBytes());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entries;
    }

    private static Optional<ZipEntry> next(ZipInputStream from) throws IOException {
        return Optional.ofNullable(from.getNextEntry());
    }

    private void write(Map<String, byte[]> entries, Map<String, byte[]> kept, Path to) throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
            out.setLevel(Deflater.BEST_COMPRESSION);
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                String name = className(entry.getKey());
                if (!services.containsKey(name) || kept.containsKey(name)) {
                    ZipEntry next = new ZipEntry(entry.getKey());
                    next.setTimeLocal(TIME);
                    out.putNextEntry(next);
                    out.write(kept.getOrDefault(name, entry.getValue()));
                    out.closeEntry();
                }
            }
        }
    }
}
