package dev.envgate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeModel;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.reflect.Constructor;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what the build makes of compiled classes to what the Java runtime would make of them. */
final class StraightenTest {
    private static final Object[] SOME = {
        true, (byte) -3, 'x', (short) 7, 42, 1L << 40, 1.5f, Double.NaN, "text", List.of("one", "two")
    };

    @TempDir
    @SuppressWarnings("NullAway.Init") // JUnit fills it in
    private static Path straight;

    @SuppressWarnings("NullAway.Init") // set before all tests
    private static URLClassLoader loader;

    /** A component of each type that there is. */
    record Every(
            boolean yes,
            byte octet,
            char letter,
            short little,
            int number,
            long large,
            float single,
            double real,
            String text,
            List<String> texts) {}

    /** A record that has nothing. */
    record Nothing() {}

    @BeforeAll
    static void straighten() throws IOException, InterruptedException {
        for (Class<?> type : List.of(StraightenTest.class, Every.class, Nothing.class)) {
            String file = type.getName().replace('.', '/') + ".class";
            Path copy = straight.resolve(file);
            Files.createDirectories(copy.getParent());
            try (InputStream bytes = type.getClassLoader().getResourceAsStream(file)) {
                Files.write(copy, bytes.readAllBytes());
            }
        }
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "src/build/java/Straighten.java",
                        straight.toString(),
                        "")
                .inheritIO()
                .start();
        assertThat(run.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(run.exitValue()).isZero();
        loader = new URLClassLoader(new URL[] {straight.toUri().toURL()}, null);
    }

    @AfterAll
    static void close() throws IOException {
        loader.close();
    }

    @Test
    void aRecordIsEqualToOneWithEqualComponents() throws ReflectiveOperationException {
        assertThat(made(Every.class, SOME)).isEqualTo(made(Every.class, SOME)).isNotEqualTo(new Object());
        for (int i = 0; i < SOME.length; i++) {
            Object[] other = SOME.clone();
            other[i] = another(SOME[i]);
            assertThat(made(Every.class, other)).as("component " + i).isNotEqualTo(made(Every.class, SOME));
        }
    }

    @Test
    void referencesMayBeNullAndZerosHaveASign() throws ReflectiveOperationException {
        Object[] without = without(8);
        assertThat(made(Every.class, without))
                .isEqualTo(made(Every.class, without))
                .isNotEqualTo(made(Every.class, SOME));
        Object[] plus = SOME.clone();
        plus[7] = 0.0;
        Object[] minus = SOME.clone();
        minus[7] = -0.0;
        assertThat(made(Every.class, plus)).isNotEqualTo(made(Every.class, minus));
    }

    @Test
    void aRecordHashesAndShowsItselfAsBefore() throws ReflectiveOperationException {
        Object before = usual(Every.class, SOME);
        assertThat(made(Every.class, SOME)).hasSameHashCodeAs(before).hasToString(before.toString());
        Object[] without = without(9);
        assertThat(made(Every.class, without))
                .hasToString(usual(Every.class, without).toString());
        assertThat(made(Nothing.class))
                .isEqualTo(made(Nothing.class))
                .hasToString("Nothing[]")
                .hasSameHashCodeAs(0);
    }

    @Test
    void nothingIsLeftToTheRuntime() throws IOException {
        for (String type : List.of("Every", "Nothing")) {
            ClassModel made = ClassFile.of().parse(straight.resolve("dev/envgate/StraightenTest$" + type + ".class"));
            assertThat(made.methods().stream()
                            .flatMap(method -> method.code().stream())
                            .flatMap(CodeModel::elementStream))
                    .isNotEmpty()
                    .noneMatch(InvokeDynamicInstruction.class::isInstance);
        }
    }

    @SuppressWarnings("NullAway") // a component of a record may be null, though none of ours is
    private static Object[] without(int component) {
        Object[] without = SOME.clone();
        without[component] = null;
        return without;
    }

    private static Object another(Object one) {
        return switch (one) {
            case Boolean yes -> !yes;
            case Byte octet -> (byte) (octet + 1);
            case Character letter -> (char) (letter + 1);
            case Short little -> (short) (little + 1);
            case Integer number -> number + 1;
            case Long large -> large + 1;
            case Float single -> single + 1;
            case Double _ -> 1.0;
            case String text -> text + "s";
            default -> List.of();
        };
    }

    /** A record of the straightened classes. */
    private static Object made(Class<?> type, Object... components) throws ReflectiveOperationException {
        return only(loader.loadClass(type.getName())).newInstance(components);
    }

    /** A record of the classes as the compiler made them. */
    private static Object usual(Class<?> type, Object... components) throws ReflectiveOperationException {
        return only(type).newInstance(components);
    }

    private static Constructor<?> only(Class<?> type) {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        return constructor;
    }
}
