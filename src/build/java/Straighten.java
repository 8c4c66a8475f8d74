import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassFileVersion;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.reflect.AccessFlag;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * Makes compiled classes start faster and do the same (decision 019). A {@code switch} over types, which the Java runtime would translate into a class of its own at its first use in every run, becomes a
 * chain of {@code instanceof}; and a class in a format so old that the runtime keeps it out of its caches gets a newer one. Run by the build: on the classes before the tests, so that what is tested is what
 * is packed, and on the one library that is in the old format.
 *
 * <p>Usage: {@code java Straighten.java DIRECTORY|JAR CLASSPATH}.
 */
public final class Straighten {
    private static final String BOOTSTRAPS = "Ljava/lang/runtime/SwitchBootstraps;";

    /** Classes below this format have no map of their stacks and are kept out of the caches. */
    private static final int CACHED = ClassFile.JAVA_6_VERSION;

    private static final int RAISED = ClassFile.JAVA_17_VERSION;

    private final ClassFile classes;

    private Straighten(ClassLoader types) {
        classes = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(types).orElse(ClassHierarchyResolver.defaultResolver())));
    }

    /** Rewrites what the first argument names; the second is the class path on which its types are. */
    public static void main(String[] arguments) throws IOException {
        Path target = Path.of(arguments[0]);
        URL[] places = Stream.concat(Stream.of(arguments[0]), Arrays.stream(arguments[1].split(File.pathSeparator)))
                .map(Straighten::url)
                .toArray(URL[]::new);
        try (URLClassLoader types = new URLClassLoader(places, null)) {
            Straighten straighten = new Straighten(types);
            if (Files.isDirectory(target)) {
                straighten.directory(target);
            } else {
                straighten.jar(target);
            }
        }
    }

    private static URL url(String place) {
        try {
            return Path.of(place).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void directory(Path directory) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(directory)) {
            files = found.filter(each -> each.toString().endsWith(".class")).toList();
        }
        for (Path file : files) {
            byte[] old = Files.readAllBytes(file);
            byte[] straight = straight(old);
            if (straight != old) {
                Files.write(file, straight);
            }
        }
    }

    /** Entry by entry, in their order and with their times, so that two builds give the same bytes. */
    private void jar(Path jar) throws IOException {
        Path next = jar.resolveSibling(jar.getFileName() + ".next");
        try (ZipInputStream from = new ZipInputStream(Files.newInputStream(jar));
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(next))) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] bytes = from.readAllBytes();
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(entry.getTimeLocal());
                to.putNextEntry(copy);
                boolean isOld =
                        entry.getName().endsWith(".class") && !entry.getName().startsWith("META-INF/");
                to.write(isOld ? straight(bytes) : bytes);
                to.closeEntry();
            }
        }
        Files.move(next, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    /** The same array when there is nothing to do. */
    private byte[] straight(byte[] bytes) {
        ClassModel model = classes.parse(bytes);
        if (model.majorVersion() < CACHED) {
            return classes.withOptions(ClassFile.StackMapsOption.GENERATE_STACK_MAPS)
                    .transformClass(model, Straighten::raise);
        }
        List<InvokeDynamicInstruction> found = new ArrayList<>();
        byte[] straight = classes.transformClass(
                model,
                ClassTransform.transformingMethodBodies(switches(model, found))
                        .andThen(ClassTransform.endHandler(builder -> chains(builder, found))));
        return found.isEmpty() ? bytes : straight;
    }

    /** Going through the code makes the map of its stacks anew. */
    private static void raise(ClassBuilder builder, ClassElement element) {
        switch (element) {
            case ClassFileVersion _ -> builder.withVersion(RAISED, 0);
            case java.lang.classfile.MethodModel method ->
                builder.transformMethod(method, MethodTransform.transformingCode(CodeTransform.ACCEPT_ALL));
            default -> builder.with(element);
        }
    }

    private static CodeTransform switches(ClassModel model, List<InvokeDynamicInstruction> found) {
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        ClassDesc here = model.thisClass().asSymbol();
        return (CodeBuilder code, CodeElement element) -> {
            if (element instanceof InvokeDynamicInstruction call && isOverTypes(call)) {
                code.invokestatic(here, name(found.size()), call.typeSymbol(), isInterface);
                found.add(call);
            } else {
                code.with(element);
            }
        };
    }

    private static boolean isOverTypes(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return bootstrap.owner().descriptorString().equals(BOOTSTRAPS)
                && bootstrap.methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream()
                        .allMatch(each -> each instanceof ClassDesc type && !type.isPrimitive());
    }

    private static String name(int number) {
        return "typeSwitch$" + number;
    }

    private static void chains(ClassBuilder builder, List<InvokeDynamicInstruction> found) {
        for (int i = 0; i < found.size(); i++) {
            InvokeDynamicInstruction call = found.get(i);
            builder.withMethodBody(
                    name(i),
                    call.typeSymbol(),
                    ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC,
                    code -> chain(code, call.bootstrapArgs()));
        }
    }

    /** As {@code SwitchBootstraps.typeSwitch} specifies: the first type from the second argument on that the first one has; -1 for null; their number when it has none. */
    private static void chain(CodeBuilder code, List<ConstantDesc> types) {
        Label present = code.newLabel();
        code.aload(0).ifnonnull(present).iconst_m1().ireturn().labelBinding(present);
        for (int i = 0; i < types.size(); i++) {
            Label next = code.newLabel();
            code.iload(1).loadConstant(i).if_icmpgt(next);
            code.aload(0).instanceOf((ClassDesc) types.get(i)).ifeq(next);
            code.loadConstant(i).ireturn().labelBinding(next);
        }
        code.loadConstant(types.size()).ireturn();
    }
}
