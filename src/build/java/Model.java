import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.FieldTransform;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Range;
import picocli.CommandLine.Spec;

/**
 * Reads the annotations of the commands once, in the build, where the program would read them at every start (decision 035). It writes another {@code dev.envgate.cli.Models} in the place of the one that asks
 * picocli to read them: a class that makes the same models by calls. An annotation or an attribute that it does not know ends the build.
 *
 * <p>Usage: {@code java -cp CLASSPATH Model.java CLASSES SOURCES}, with the classes that are looked through and the directory for the source of the one that is written.
 */
public final class Model {
    private static final String PACKAGE = "dev.envgate.cli";

    private static final List<Class<? extends Annotation>> KNOWN =
            List.of(Option.class, Parameters.class, Mixin.class, Spec.class);

    /** Attributes of commands that the model has under the same name. */
    private static final Set<String> USAGE = Set.of(
            "sortOptions",
            "description",
            "synopsisSubcommandLabel",
            "exitCodeListHeading",
            "header",
            "footer",
            "footerHeading",
            "hidden");

    /** Attributes of options and parameters that the model has under the same name. */
    private static final Set<String> ARGUMENT = Set.of(
            "description", "arity", "index", "hidden", "hideParamSyntax", "fallbackValue", "defaultValue", "required");

    private final Path classes;
    private final StringBuilder methods = new StringBuilder();
    private final StringBuilder gets = new StringBuilder();
    private final StringBuilder sets = new StringBuilder();
    private int members;

    private Model(Path classes) {
        this.classes = classes;
    }

    /** Writes the class and compiles it. */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        Path classes = Path.of(arguments[0]);
        Path source = Path.of(arguments[1]).resolve(PACKAGE.replace('.', '/')).resolve("Models.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, new Model(classes).text());
        int code = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-nowarn",
                        "-Xlint:-unchecked",
                        "-proc:none",
                        "--release",
                        "25",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-d",
                        classes.toString(),
                        source.toString());
        if (code != 0) {
            throw new IllegalStateException("The model of the commands in " + source + " does not compile.");
        }
    }

    private String text() throws IOException, ReflectiveOperationException {
        StringBuilder choices = new StringBuilder();
        for (Path file : files()) {
            Class<?> type =
                    Class.forName(PACKAGE + "." + file.getFileName().toString().replace(".class", ""));
            ClassModel model = ClassFile.of().parse(file);
            List<Member> annotated = annotated(type, model);
            if (annotated.isEmpty() && !type.isAnnotationPresent(Command.class)) {
                continue;
            }
            open(file, model, annotated);
            String name = type.getCanonicalName();
            choices.append("        if (it instanceof %s given) { return of(given, factory); }%n".formatted(name));
            methods.append("    private static CommandSpec of(%s it, IFactory factory) {%n".formatted(name))
                    .append("        CommandSpec spec = CommandSpec.wrapWithoutInspection(it, factory);\n");
            command(type);
            annotated.forEach(member -> member(name, member));
            methods.append("        return spec;\n    }\n\n");
        }
        return """
            package dev.envgate.cli;

            import picocli.CommandLine.IFactory;
            import picocli.CommandLine.Model.CommandSpec;
            import picocli.CommandLine.Model.IGetter;
            import picocli.CommandLine.Model.ISetter;
            import picocli.CommandLine.Model.OptionSpec;
            import picocli.CommandLine.Model.PositionalParamSpec;
            import picocli.CommandLine.Model.UsageMessageSpec;

            @SuppressWarnings("unchecked")
            final class Models {
                private Models() {}

                static CommandSpec of(Object it, IFactory factory) {
            %s        throw new IllegalArgumentException(it.getClass().getName());
                }

            %s    private static final class Bound implements IGetter, ISetter {
                    private final int member;
                    private final Object it;
                    private Object last;

                    Bound(int member, Object it) {
                        this.member = member;
                        this.it = it;
                    }

                    @Override
                    public <T> T get() {
                        return (T) switch (member) {
            %s                default -> last;
                        };
                    }

                    @Override
                    public <T> T set(T value) throws Exception {
                        T before = get();
                        Object given = value;
                        switch (member) {
            %s                default -> throw new IllegalStateException();
                        }
                        return before;
                    }
                }
            }
            """.formatted(choices, methods, gets, sets);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.list(classes.resolve(PACKAGE.replace('.', '/')))) {
            return found.filter(each -> each.toString().endsWith(".class"))
                    .filter(each -> !each.getFileName().toString().matches("(Models|package-info)(\\$.*)?\\.class"))
                    .sorted()
                    .toList();
        }
    }

    /** What picocli would look at, in its order; that of methods is the one in which they were written. */
    private static List<Member> annotated(Class<?> type, ClassModel model) {
        List<String> written = model.methods().stream()
                .map(each -> each.methodName().stringValue())
                .toList();
        Stream<Method> methods = Arrays.stream(type.getDeclaredMethods())
                .sorted((one, other) ->
                        Integer.compare(written.indexOf(one.getName()), written.indexOf(other.getName())));
        return Stream.<Member>concat(Arrays.stream(type.getDeclaredFields()), methods)
                .filter(member -> Arrays.stream(((AnnotatedElement) member).getAnnotations())
                        .anyMatch(each -> each.annotationType().getName().startsWith("picocli.")))
                .toList();
    }

    /** Takes {@code private} from fields, so that another class of the package may set them. */
    private static void open(Path file, ClassModel model, List<Member> annotated) throws IOException {
        Set<String> names = annotated.stream()
                .filter(Field.class::isInstance)
                .map(Member::getName)
                .collect(Collectors.toSet());
        FieldTransform opening = (builder, element) -> {
            if (element instanceof AccessFlags flags) {
                builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_PRIVATE);
            } else {
                builder.with(element);
            }
        };
        byte[] open = ClassFile.of().transformClass(model, (builder, element) -> {
            if (element instanceof FieldModel field
                    && names.contains(field.fieldName().stringValue())) {
                builder.transformField(field, opening);
            } else {
                builder.with(element);
            }
        });
        Files.write(file, open);
    }

    private void command(Class<?> type) {
        Command command = type.getAnnotation(Command.class);
        if (command == null) {
            return;
        }
        given(command).forEach((attribute, value) -> {
            String call;
            if (attribute.equals("name")) {
                call = "spec.name(%s)";
            } else if (attribute.equals("exitCodeList")) {
                call = "spec.usageMessage().exitCodeList(UsageMessageSpec.keyValuesMap(%s))";
            } else if (USAGE.contains(attribute)) {
                call = "spec.usageMessage()." + attribute + "(%s)";
            } else {
                throw unknown(type, attribute);
            }
            methods.append("        ").append(call.formatted(literal(value))).append(";\n");
        });
    }

    private void member(String type, Member member) {
        AnnotatedElement annotated = (AnnotatedElement) member;
        List<Annotation> found = Stream.of(annotated.getAnnotations())
                .filter(each -> KNOWN.contains(each.annotationType()))
                .toList();
        if (found.size() != 1 || Modifier.isStatic(member.getModifiers())) {
            throw unknown(type, member);
        }
        String name = member.getName();
        switch (found.getFirst()) {
            case Option option ->
                argument(
                        type,
                        member,
                        option,
                        "addOption(OptionSpec.builder(%s)".formatted(literal(option.names())),
                        option.paramLabel());
            case Parameters parameters ->
                argument(
                        type,
                        member,
                        parameters,
                        "addPositional(PositionalParamSpec.builder()",
                        parameters.paramLabel());
            case Mixin mixin
            when given(mixin).isEmpty() ->
                methods.append("        spec.addMixin(%s, of(it.%s, factory));%n".formatted(literal(name), name));
            case Spec spec when given(spec).isEmpty() -> methods.append("        it.%s = spec;%n".formatted(name));
            default -> throw unknown(type, member);
        }
    }

    private void argument(String type, Member member, Annotation annotation, String start, String label) {
        boolean isField = member instanceof Field;
        Type generic = isField ? ((Field) member).getGenericType() : ((Method) member).getGenericParameterTypes()[0];
        Class<?> raw = isField ? ((Field) member).getType() : ((Method) member).getParameterTypes()[0];
        if (label.isEmpty() && !isField) {
            throw unknown(type, member);
        }
        String bound = "bound" + members;
        methods.append("        Bound %s = new Bound(%d, it);%n".formatted(bound, members))
                .append("        spec.")
                .append(start)
                .append(".paramLabel(%s)".formatted(literal(label.isEmpty() ? "<" + member.getName() + ">" : label)));
        Map<String, Object> given = given(annotation);
        if (annotation instanceof Parameters parameters
                && (parameters.arity().isEmpty()
                        || Range.valueOf(parameters.arity()).min() > 0)) {
            given.put("required", true);
        }
        given.forEach((attribute, value) -> {
            if (ARGUMENT.contains(attribute)) {
                methods.append(".%s(%s)".formatted(attribute, literal(value)));
            } else if (!attribute.equals("names") && !attribute.equals("paramLabel")) {
                throw unknown(type, attribute);
            }
        });
        methods.append(".type(%s.class).auxiliaryTypes(%s)".formatted(raw.getCanonicalName(), auxiliary(generic)))
                .append(isField ? ".initialValue(it.%s)".formatted(member.getName()) : ".hasInitialValue(false)")
                .append(".getter(%s).setter(%s).build());%n".formatted(bound, bound));
        if (isField) {
            gets.append(
                    "                case %d -> (Object) ((%s) it).%s;%n".formatted(members, type, member.getName()));
            sets.append("                case %d -> ((%s) it).%s = (%s) given;%n"
                    .formatted(
                            members,
                            type,
                            member.getName(),
                            generic.getTypeName().replace('$', '.')));
        } else {
            sets.append("                case %d -> { ((%s) it).%s((%s) given); last = given; }%n"
                    .formatted(
                            members,
                            type,
                            member.getName(),
                            generic.getTypeName().replace('$', '.')));
        }
        members++;
    }

    private static String auxiliary(Type type) {
        Type[] types = switch (type) {
            case ParameterizedType generic -> generic.getActualTypeArguments();
            case Class<?> array when array.isArray() -> new Type[] {array.getComponentType()};
            default -> new Type[] {type};
        };
        return Arrays.stream(types)
                .map(each -> ((Class<?>) each).getCanonicalName() + ".class")
                .collect(Collectors.joining(", "));
    }

    /** The attributes that say something else than they would say by themselves, by their names. */
    private static Map<String, Object> given(Annotation annotation) {
        Map<String, Object> given = new TreeMap<>();
        for (Method attribute : annotation.annotationType().getDeclaredMethods()) {
            try {
                Object value = attribute.invoke(annotation);
                if (!literal(value).equals(literal(attribute.getDefaultValue()))) {
                    given.put(attribute.getName(), value);
                }
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(e);
            }
        }
        return given;
    }

    private static String literal(Object value) {
        return switch (value) {
            case null -> "";
            case String text ->
                "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
            case Object[] several -> Arrays.stream(several).map(Model::literal).collect(Collectors.joining(", "));
            default -> value.toString();
        };
    }

    private static IllegalStateException unknown(Object type, Object what) {
        return new IllegalStateException(
                "src/build/java/Model.java does not know how to model " + what + " of " + type + ".");
    }
}
