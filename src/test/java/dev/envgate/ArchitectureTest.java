package dev.envgate;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Holds the map of ARCHITECTURE.md: which room may use which, and what only the edge may touch. */
class ArchitectureTest {
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.envgate");

    /** Each room, and the rooms that it may use. */
    private static final Map<String, Set<String>> MAP = new TreeMap<>(Map.of(
            "cli",
            Set.of(
                    "config",
                    "fleet",
                    "git",
                    "report",
                    "policy",
                    "rule",
                    "source",
                    "dotenv",
                    "terraform",
                    "pipeline",
                    "repair",
                    "aws",
                    "smallaws",
                    "smoke",
                    "snapshot",
                    "ledger",
                    "hcl",
                    "yaml",
                    "text"),
            "report",
            Set.of("fleet", "policy", "ledger", "text"),
            "policy",
            Set.of("rule", "ledger", "text"),
            "rule",
            Set.of("ledger"),
            "dotenv",
            Set.of("ledger", "text"),
            "terraform",
            Set.of("hcl", "ledger", "text"),
            "aws",
            Set.of("ledger", "text"),
            "smallaws",
            Set.of(),
            "ledger",
            Set.of("text"),
            "hcl",
            Set.of("yaml", "text")));

    static {
        MAP.put("pipeline", Set.of("ledger", "text"));
        MAP.put("fleet", Set.of("policy", "ledger", "text"));
        MAP.put("text", Set.of());
        MAP.put("repair", Set.of("hcl", "ledger", "text"));
        MAP.put("smoke", Set.of("ledger"));
        MAP.put("snapshot", Set.of("ledger", "text"));
        MAP.put("source", Set.of("ledger", "text"));
        MAP.put("yaml", Set.of("text"));
        MAP.put("git", Set.of());
        MAP.put("config", Set.of("yaml", "policy", "rule", "ledger", "text"));
    }

    @Test
    void everyClassStandsInARoomOfTheMap() {
        Set<String> rooms = PROGRAM.stream()
                .map(JavaClass::getPackageName)
                .map(name -> name.substring("dev.envgate.".length()))
                .collect(Collectors.toSet());

        assertThat(MAP.keySet()).isEqualTo(rooms);
    }

    @Test
    void everyRoomUsesOnlyTheRoomsThatTheMapNames() {
        MAP.forEach((room, allowed) -> classes()
                .that()
                .resideInAPackage(packageOf(room))
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.envgate..")).or(resideInAnyPackage(reach(room, allowed))))
                .check(PROGRAM));
    }

    @Test
    void noTwoRoomsUseEachOther() {
        SlicesRuleDefinition.slices()
                .matching("dev.envgate.(*)..")
                .should()
                .beFreeOfCycles()
                .check(PROGRAM);
    }

    @Test
    void onlyTheAwsRoomSeesTheAwsSdk() {
        noClasses()
                .that()
                .resideOutsideOfPackage("dev.envgate.aws")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(PROGRAM);
    }

    @Test
    void onlyTheEdgeTouchesTheProcess() {
        noClasses()
                .that()
                .resideOutsideOfPackages("dev.envgate.cli", "dev.envgate.aws")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "exit", int.class)
                .check(PROGRAM);
    }

    @Test
    void whatStandsBetweenReadingAndReportingDoesNoInputOrOutput() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.envgate.rule", "dev.envgate.ledger", "dev.envgate.policy", "dev.envgate.hcl")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "java.nio.channels..")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.nio.file.Files")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.File")
                .check(PROGRAM);
    }

    private static String[] reach(String room, Set<String> allowed) {
        String[] packages = Arrays.copyOf(
                allowed.stream().map(ArchitectureTest::packageOf).toArray(String[]::new), allowed.size() + 1);
        packages[allowed.size()] = packageOf(room);
        return packages;
    }

    private static String packageOf(String room) {
        return "dev.envgate." + room;
    }
}
