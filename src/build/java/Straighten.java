import static java.lang.classfile.ClassFile.ACC_PRIVATE;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.classfile.ClassFile.ACC_SYNTHETIC;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.Attributes;
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
import java.lang.classfile.constantpool.Utf8Entry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
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
 * Makes compiled classes start faster and do the same (decision 019). A {@code switch} over types, and what a record has for {@code equals}, {@code hashCode} and {@code toString}, the Java runtime would
 * translate into classes of its own at their first use in every run: the one becomes a chain of {@code instanceof}, the others become code as a person would write it. A class in a format so old that the
 * runtime keeps it out of its caches gets a newer one. Run by the build: on the classes before the tests, so that what is tested is what is packed, and on the one library that is in the old format.
 *
 * <p>Usage: {@code java Straighten.java DIRECTORY|JAR CLASSPATH}.
 */
public final class Straighten {
    private static final String SWITCHES = "Ljava/lang/runtime/SwitchBootstraps;";

    private static final String RECORDS = "Ljava/lang/runtime/ObjectMethods;";

    /** Classes below this format have no map of their stacks and are kept out of the caches. */
    private static final int CACHED = ClassFile.JAVA_6_VERSION;

    private static final int RAISED = ClassFile.JAVA_17_VERSION;

    private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
    private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
    private static final MethodTypeDesc APPEND = MethodTypeDesc.of(BUILDER, ConstantDescs.CD_String);
    private static final MethodTypeDesc VALUE_OF = MethodTypeDesc.of(ConstantDescs.CD_String, ConstantDescs.CD_Object);
    private static final MethodTypeDesc EQUALS =
            MethodTypeDesc.of(ConstantDescs.CD_boolean, ConstantDescs.CD_Object, ConstantDescs.CD_Object);

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
                ClassTransform.transformingMethodBodies(calls(model, found))
                        .andThen(ClassTransform.endHandler(builder -> methods(builder, model, found))));
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

    private static CodeTransform calls(ClassModel model, List<InvokeDynamicInstruction> found) {
        boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
        ClassDesc here = model.thisClass().asSymbol();
        return (CodeBuilder code, CodeElement element) -> {
            if (element instanceof InvokeDynamicInstruction call && (isOverTypes(call) || isOfRecord(call))) {
                code.invokestatic(here, name(call, found.size()), call.typeSymbol(), isInterface);
                found.add(call);
            } else {
                code.with(element);
            }
        };
    }

    private static boolean isOverTypes(InvokeDynamicInstruction call) {
        DirectMethodHandleDesc bootstrap = call.bootstrapMethod();
        return bootstrap.owner().descriptorString().equals(SWITCHES)
                && bootstrap.methodName().equals("typeSwitch")
                && call.bootstrapArgs().stream()
                        .allMatch(each -> each instanceof ClassDesc type && !type.isPrimitive());
    }

    private static boolean isOfRecord(InvokeDynamicInstruction call) {
        return call.bootstrapMethod().owner().descriptorString().equals(RECORDS);
    }

    private static String name(InvokeDynamicInstruction call, int number) {
        return call.name().stringValue() + "$" + number;
    }

    private static void methods(ClassBuilder builder, ClassModel model, List<InvokeDynamicInstruction> found) {
        for (int i = 0; i < found.size(); i++) {
            InvokeDynamicInstruction call = found.get(i);
            builder.withMethodBody(name(call, i), call.typeSymbol(), ACC_PRIVATE | ACC_STATIC | ACC_SYNTHETIC, code -> {
                switch (call.name().stringValue()) {
                    case "equals" ->
                        equality(code, parts(call), model.thisClass().asSymbol());
                    case "hashCode" -> hash(code, parts(call));
                    case "toString" -> text(code, simpleName(model), parts(call));
                    default -> chain(code, call.bootstrapArgs());
                }
            });
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

    /** A component of a record, as a field of its class. */
    private record Part(ClassDesc owner, String name, ClassDesc type) {
        void of(CodeBuilder code, int record) {
            code.aload(record).getfield(owner, name, type);
        }

        /** The class that has {@code compare}, {@code hashCode} and {@code toString} of a primitive type. */
        ClassDesc box() {
            return switch (type.descriptorString()) {
                case "Z" -> ConstantDescs.CD_Boolean;
                case "B" -> ConstantDescs.CD_Byte;
                case "C" -> ConstantDescs.CD_Character;
                case "S" -> ConstantDescs.CD_Short;
                case "I" -> ConstantDescs.CD_Integer;
                case "J" -> ConstantDescs.CD_Long;
                case "F" -> ConstantDescs.CD_Float;
                default -> ConstantDescs.CD_Double;
            };
        }
    }

    /** After the class and the names in one text come the fields. */
    private static List<Part> parts(InvokeDynamicInstruction call) {
        return call.bootstrapArgs().stream()
                .skip(2)
                .map(DirectMethodHandleDesc.class::cast)
                .map(field -> new Part(
                        field.owner(),
                        field.methodName(),
                        field.invocationType().returnType()))
                .toList();
    }

    /** As {@code Record.equals} specifies: the same class, references that are equal or both null, and primitives that compare as equal. */
    private static void equality(CodeBuilder code, List<Part> parts, ClassDesc type) {
        Label differs = code.newLabel();
        Label goOn = code.newLabel();
        code.aload(0).aload(1).if_acmpne(goOn).iconst_1().ireturn().labelBinding(goOn);
        code.aload(1).instanceOf(type).ifeq(differs);
        code.aload(1).checkcast(type).astore(2);
        for (Part part : parts) {
            part.of(code, 0);
            part.of(code, 2);
            if (part.type().isPrimitive()) {
                code.invokestatic(
                                part.box(),
                                "compare",
                                MethodTypeDesc.of(ConstantDescs.CD_int, part.type(), part.type()))
                        .ifne(differs);
            } else {
                code.invokestatic(OBJECTS, "equals", EQUALS).ifeq(differs);
            }
        }
        code.iconst_1().ireturn().labelBinding(differs).iconst_0().ireturn();
    }

    /** As the runtime does it today: the hashes of the components, each time 31 and one more. */
    private static void hash(CodeBuilder code, List<Part> parts) {
        code.iconst_0();
        for (Part part : parts) {
            code.loadConstant(31).imul();
            part.of(code, 0);
            if (part.type().isPrimitive()) {
                code.invokestatic(part.box(), "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, part.type()));
            } else {
                code.invokestatic(
                        OBJECTS, "hashCode", MethodTypeDesc.of(ConstantDescs.CD_int, ConstantDescs.CD_Object));
            }
            code.iadd();
        }
        code.ireturn();
    }

    /** As {@code Record.toString} is: {@code Name[one=1, other=2]}. */
    private static void text(CodeBuilder code, String name, List<Part> parts) {
        code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", ConstantDescs.MTD_void);
        String before = name + "[";
        for (Part part : parts) {
            append(code, before + part.name() + "=");
            part.of(code, 0);
            if (part.type().isPrimitive()) {
                code.invokestatic(part.box(), "toString", MethodTypeDesc.of(ConstantDescs.CD_String, part.type()));
            } else {
                code.invokestatic(ConstantDescs.CD_String, "valueOf", VALUE_OF);
            }
            code.invokevirtual(BUILDER, "append", APPEND);
            before = ", ";
        }
        append(code, parts.isEmpty() ? before + "]" : "]");
        code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(ConstantDescs.CD_String))
                .areturn();
    }

    private static void append(CodeBuilder code, String text) {
        code.loadConstant(text).invokevirtual(BUILDER, "append", APPEND);
    }

    /** The name without those of the classes and the method that it stands in. */
    private static String simpleName(ClassModel model) {
        return model.findAttribute(Attributes.innerClasses()).stream()
                .flatMap(inner -> inner.classes().stream())
                .filter(inner -> inner.innerClass().equals(model.thisClass()))
                .flatMap(inner -> inner.innerName().stream())
                .map(Utf8Entry::stringValue)
                .findFirst()
                .orElse(model.thisClass().asSymbol().displayName());
    }
}
