package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Plays every fault at every operation that {@link Facts} leaves out, so that none of those that are listed goes without. */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryOperationTest {
    private static final Path FILES = Path.of("src/test/resources/aws-faults");
    private static final Duration ENOUGH = Duration.ofSeconds(60);

    /**
     * Where an operation is asked for, and what hangs on it.
     *
     * @param calls which of its calls are spoilt
     */
    private record Row(String operation, Scene scene, IntPredicate calls, Set<String> facts) {
        static Row of(String operation, Scene scene, String... facts) {
            return new Row(operation, scene, call -> true, Set.of(facts));
        }

        /** The same from the second page on. */
        static Row later(String operation, Scene scene, String... facts) {
            return new Row(operation, scene, call -> call > 1, Set.of(facts));
        }

        /** A role that IAM does not know cannot read, and that is an answer. */
        boolean isAnswer(String file) {
            return operation.equals("iam:SimulatePrincipalPolicy") && file.equals("iam-no-such-entity.http");
        }
    }

    private record Cell(Row row, String name, Fault fault, Duration run) {}

    private static final List<Row> ROWS = List.of(
            Row.of("iam:SimulatePrincipalPolicy", Scene.SIMULATED, "access db", "access other"),
            Row.of("kms:DescribeKey", Scene.SIMULATED, "access db"),
            Row.of("secretsmanager:GetResourcePolicy", Scene.SIMULATED, "access other"),
            Row.of("secretsmanager:ListSecretVersionIds", Scene.SIMULATED, "age db"),
            Row.of("secretsmanager:GetSecretValue", Scene.SIMULATED, "contents db", "contents other"),
            Row.of("events:ListRuleNamesByTarget", Scene.SIMULATED, "deployment nightly"),
            Row.of("events:ListTargetsByRule", Scene.SIMULATED, "deployment nightly"),
            Row.of("events:DescribeRule", Scene.SIMULATED, "deployment nightly"),
            Row.of("scheduler:ListSchedules", Scene.SIMULATED, "deployment hourly"),
            Row.of("scheduler:GetSchedule", Scene.SIMULATED, "deployment hourly"),
            Row.of("iam:GetRole", Scene.OWN_POLICIES, "access db"),
            Row.of("iam:ListRolePolicies", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetRolePolicy", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:ListAttachedRolePolicies", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetPolicy", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetPolicyVersion", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("ecr:BatchGetImage", Scene.IMAGES, "image web"),
            Row.of("ecr:GetDownloadUrlForLayer", Scene.IMAGES, "image web"),
            Row.of("ecr:Layer", Scene.IMAGES, "image web"),
            Row.later("ecs:ListServices", Scene.MANY_SERVICES, "all services"),
            Row.later("events:ListRuleNamesByTarget", Scene.MANY_RULES, "deployment nightly"),
            Row.later("scheduler:ListSchedules", Scene.MANY_SCHEDULES, "deployment hourly"),
            Row.of(
                    "sts:AssumeRole",
                    Scene.ASSUMED,
                    "deployment web",
                    "deployment nightly",
                    "deployment hourly",
                    "secret db",
                    "age db",
                    "contents db",
                    "secret other",
                    "age other",
                    "contents other",
                    "access db",
                    "access other"));

    private static final Map<Scene, Map<String, String>> WELL_SEEN = new HashMap<>();

    @BeforeAll
    static void seeEverythingOnce() {
        for (Scene scene : Scene.values()) {
            try (SmallAws small = SmallAws.start(scene.world())) {
                Scene.Looked looked = scene.look(small.endpointUrl(), ENOUGH);
                assertThat(looked.unknown()).as(scene.name()).isEmpty();
                assertThat(small.unknownOperations()).isEmpty();
                assertThat(small.calls())
                        .extracting(Call::operation)
                        .containsAll(ROWS.stream()
                                .filter(row -> row.scene() == scene)
                                .map(Row::operation)
                                .toList());
                WELL_SEEN.put(scene, looked.seen());
            }
        }
    }

    @Test
    void everyOperationHasItsFacts() {
        assertThat(Stream.concat(ROWS.stream().map(Row::operation), Facts.OPERATIONS.stream()))
                .containsAll(
                        Arrays.stream(Operation.values()).map(Operation::call).toList());
    }

    @Test
    void everyFileTakesItsOwnFactsWithItAndNoOthers() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(FILES)) {
            files = all.filter(file -> file.toString().endsWith(".http"))
                    .sorted()
                    .toList();
        }
        Map<String, Fault> faults = new LinkedHashMap<>();
        for (Path file : files) {
            faults.put(file.getFileName().toString(), Fault.response(Files.readAllBytes(file)));
        }
        assertThat(faults).hasSize(44);
        play(faults, ENOUGH);
    }

    @Test
    void everyBrokenConnectionTakesItsOwnFactsWithItAndNoOthers() {
        play(Faults.quick(), ENOUGH);
    }

    private static void play(Map<String, Fault> faults, Duration run) {
        List<Cell> cells = ROWS.stream()
                .flatMap(row -> faults.entrySet().stream()
                        .filter(fault -> !row.isAnswer(fault.getKey()))
                        .map(fault -> new Cell(row, fault.getKey(), fault.getValue(), run)))
                .toList();
        assertThat(cells.parallelStream().map(EveryOperationTest::wrong).filter(each -> !each.isEmpty()))
                .isEmpty();
    }

    /** What went otherwise than it should; empty when nothing did. */
    private static String wrong(Cell cell) {
        Row row = cell.row();
        try (SmallAws small = SmallAws.start(row.scene().world())) {
            small.spoil(row.operation(), row.calls(), cell.fault());
            Scene.Looked looked = row.scene().look(small.endpointUrl(), cell.run());
            Map<String, String> others = new LinkedHashMap<>(WELL_SEEN.getOrDefault(row.scene(), Map.of()));
            others.keySet().removeAll(row.facts());
            boolean told = looked.unknown().values().stream()
                    .allMatch(why -> why.matches("[^{}\\n]+") && !why.contains("Exception:"));
            return looked.unknown().keySet().equals(row.facts())
                            && looked.seen().equals(others)
                            && told
                    ? ""
                    : "%s at %s: unknown %s, otherwise seen %s"
                            .formatted(
                                    cell.name(),
                                    row.operation(),
                                    looked.unknown(),
                                    looked.seen().entrySet().stream()
                                            .filter(each -> !others.entrySet().contains(each))
                                            .toList());
        } catch (RuntimeException e) {
            return "%s at %s: %s".formatted(cell.name(), row.operation(), e);
        }
    }
}
