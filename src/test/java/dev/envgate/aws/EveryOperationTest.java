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
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Plays every fault at every operation that {@link Facts} leaves out, and at a later page of each that has pages: the facts that hang on it
 * become unknown, all others stand, and the program ends with 3.
 */
@Timeout(value = 900, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class EveryOperationTest {
    private static final Path FILES = Path.of("src/test/resources/aws-faults");
    private static final Duration ENOUGH = Duration.ofMinutes(2);

    /** What a faultless run takes of it on an idle machine is a tenth. */
    private static final Duration SHORT = Duration.ofSeconds(3);

    private static final int AT_ONCE = 24;

    /**
     * Where an operation is asked for, and what hangs on it.
     *
     * @param calls which of its calls are spoilt
     * @param late what is asked for only after its answer, and is not known either where that never comes
     */
    private record Row(
            String operation, String where, Scene scene, Predicate<Call> calls, Set<String> facts, Set<String> late) {
        static Row of(String operation, Scene scene, String... facts) {
            return new Row(operation, "", scene, call -> true, Set.of(facts), Set.of());
        }

        /** The same from the second page on. */
        static Row later(String operation, String... facts) {
            return new Row(operation, " at a later page", Scene.PAGED, Call::goesOn, Set.of(facts), Set.of());
        }

        /** The newest revision of a family, which is asked for without a number. */
        static Row newest(String operation, String... facts) {
            return new Row(
                    operation,
                    " by family",
                    Scene.OWN_POLICIES,
                    call -> call.targets().stream().noneMatch(each -> each.matches(".*:\\d+")),
                    Set.of(facts),
                    Set.of());
        }

        Row before(String... asked) {
            return new Row(operation, where, scene, calls, facts, Set.of(asked));
        }

        /** Whether just what hangs on it is unknown. */
        boolean explains(Set<String> unknown) {
            Set<String> further = new HashSet<>(unknown);
            further.removeAll(facts);
            return unknown.containsAll(facts) && late.containsAll(further);
        }

        /** A role that IAM does not know cannot read, and a family may have no ACTIVE revision: that is an answer. */
        boolean isAnswer(String fault) {
            return (operation.equals("iam:SimulatePrincipalPolicy") && fault.equals("iam-no-such-entity.http"))
                    || (where.equals(" by family") && fault.equals("ecs-task-definition.http"));
        }
    }

    private record Cell(Row row, String name, Fault fault) {
        @Override
        public String toString() {
            return name + " at " + row.operation + row.where;
        }
    }

    /** What a cell came to, on a server that still runs; empty when nothing went otherwise than it should. */
    private record Played(SmallAws server, String wrong) {}

    private static final List<Row> ROWS = List.of(
            Row.of("iam:SimulatePrincipalPolicy", Scene.SIMULATED, "access db", "access other"),
            Row.of("kms:DescribeKey", Scene.SIMULATED, "access db"),
            Row.of("secretsmanager:GetResourcePolicy", Scene.OWN_POLICIES, "access other"),
            Row.of("secretsmanager:ListSecretVersionIds", Scene.SIMULATED, "age db"),
            Row.of("secretsmanager:GetSecretValue", Scene.SIMULATED, "contents db", "contents other"),
            Row.of("events:ListRuleNamesByTarget", Scene.SIMULATED, "triggers nightly", "triggers hourly"),
            Row.of("events:ListTargetsByRule", Scene.SIMULATED, "triggers nightly", "triggers hourly"),
            Row.of("events:DescribeRule", Scene.SIMULATED, "triggers nightly", "triggers hourly"),
            Row.of("scheduler:ListSchedules", Scene.SIMULATED, "triggers nightly", "triggers hourly"),
            Row.of("scheduler:GetSchedule", Scene.SIMULATED, "triggers nightly", "triggers hourly"),
            Row.of("ecs:ListServices", Scene.PAGED, "all services"),
            Row.of("iam:GetRole", Scene.OWN_POLICIES, "access db").before("access other"),
            Row.of("iam:ListRolePolicies", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetRolePolicy", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:ListAttachedRolePolicies", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetPolicy", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("iam:GetPolicyVersion", Scene.OWN_POLICIES, "access db", "access other"),
            Row.of("ecr:BatchGetImage", Scene.IMAGES, "image web"),
            Row.of("ecr:GetDownloadUrlForLayer", Scene.IMAGES, "image web"),
            Row.of("ecr:Layer", Scene.IMAGES, "image web"),
            Row.newest(
                            "ecs:DescribeTaskDefinition",
                            "newest web",
                            "newest somewhere",
                            "newest nightly",
                            "newest hourly")
                    .before("age db"),
            Row.later("ecs:ListClusters", "deployment somewhere", "triggers nightly", "triggers hourly"),
            Row.later("ecs:ListServices", "all services"),
            Row.later("ecs:ListTasks", "tasks web"),
            Row.later("events:ListRuleNamesByTarget", "triggers nightly", "triggers hourly"),
            Row.later("events:ListTargetsByRule", "triggers nightly", "triggers hourly"),
            Row.later("scheduler:ListSchedules", "triggers nightly", "triggers hourly"),
            Row.later("iam:ListRolePolicies", "access db", "access other"),
            Row.later("iam:ListAttachedRolePolicies", "access db", "access other"),
            Row.later("secretsmanager:ListSecretVersionIds", "age db"),
            Row.later("secretsmanager:ListSecrets", "list of secrets"),
            Row.later("ssm:DescribeParameters", "list of parameters"),
            Row.of(
                    "sts:AssumeRole",
                    Scene.ASSUMED,
                    "deployment web",
                    "deployment somewhere",
                    "deployment nightly",
                    "deployment hourly",
                    "secret db",
                    "secret other",
                    "access db",
                    "access other",
                    "list of secrets",
                    "list of parameters"));

    private static final Map<Scene, Scene.Looked> WHOLE = new EnumMap<>(Scene.class);

    @BeforeAll
    static void seeEverythingOnce() {
        for (Scene scene : Scene.values()) {
            try (SmallAws small = SmallAws.start(scene.world())) {
                Scene.Looked looked = scene.look(small.endpointUrl(), ENOUGH);
                assertThat(looked.unknown()).as(scene.name()).isEmpty();
                assertThat(looked.exit(looked)).as(scene.name()).isZero();
                assertThat(small.unknownOperations()).isEmpty();
                assertThat(small.calls())
                        .extracting(Call::operation)
                        .containsAll(ROWS.stream()
                                .filter(row -> row.scene() == scene)
                                .map(Row::operation)
                                .toList());
                WHOLE.put(scene, looked);
            }
        }
    }

    @Test
    void everyOperationHasItsFacts() {
        assertThat(Stream.concat(ROWS.stream().map(Row::operation), Facts.OPERATIONS.stream()))
                .containsAll(
                        Arrays.stream(Operation.values()).map(Operation::call).toList());
    }

    /** Where a page holds one thing, every operation that has pages is asked for further ones. */
    @Test
    void everyOperationThatHasPagesHasALaterOne() {
        try (SmallAws small = SmallAws.start(Scene.PAGED.world())) {
            Scene.PAGED.look(small.endpointUrl(), ENOUGH);
            assertThat(small.calls().stream().filter(Call::goesOn).map(Call::operation))
                    .hasSameElementsAs(ROWS.stream()
                            .filter(row -> row.scene() == Scene.PAGED)
                            .map(Row::operation)
                            .toList());
        }
    }

    /** An operation that takes a token has pages, and none of those is missing in the world whose pages hold one thing. */
    @Test
    void everyOperationWhoseNameSaysListHasALaterPage() {
        assertThat(Arrays.stream(Operation.values())
                        .map(Operation::call)
                        .filter(call -> call.contains(":List") || call.equals("ssm:DescribeParameters")))
                .containsExactlyInAnyOrderElementsOf(ROWS.stream()
                        .filter(row -> row.scene() == Scene.PAGED)
                        .map(Row::operation)
                        .distinct()
                        .toList());
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
        play(faults);
    }

    @Test
    void everyBrokenConnectionTakesItsOwnFactsWithItAndNoOthers() {
        play(Faults.quick());
    }

    /** The servers go on until all runs are over: no thread may end for them. */
    @Test
    void everyCallThatDoesNotEndTakesItsOwnFactsWithItAndNoOthersAndLeavesNoThread() throws InterruptedException {
        List<Played> played = Together.map(AT_ONCE, cells(Faults.slow()), EveryOperationTest::patiently);
        Together.awaitThreads("envgate-aws");
        played.forEach(each -> each.server().close());
        assertThat(played.stream().map(Played::wrong).filter(wrong -> !wrong.isEmpty()))
                .isEmpty();
    }

    /** On a machine that is busy the time may be over before other calls have had their turn: then there is more of it. */
    private static Played patiently(Cell cell) {
        Played played = played(cell, SHORT);
        if (played.wrong().isEmpty()) {
            return played;
        }
        played.server().close();
        return played(cell, SHORT.multipliedBy(12));
    }

    private static List<Cell> cells(Map<String, Fault> faults) {
        return ROWS.stream()
                .flatMap(row -> faults.entrySet().stream()
                        .filter(fault -> !row.isAnswer(fault.getKey()))
                        .map(fault -> new Cell(row, fault.getKey(), fault.getValue())))
                .toList();
    }

    private static void play(Map<String, Fault> faults) {
        assertThat(Together.map(AT_ONCE, cells(faults), EveryOperationTest::wrong).stream()
                        .filter(wrong -> !wrong.isEmpty()))
                .isEmpty();
    }

    private static String wrong(Cell cell) {
        Played played = played(cell, ENOUGH);
        played.server().close();
        return played.wrong();
    }

    private static Played played(Cell cell, Duration run) {
        SmallAws small = SmallAws.start(cell.row().scene().world());
        small.spoilThose(cell.row().operation(), cell.row().calls(), cell.fault());
        try {
            Scene.Looked looked = cell.row().scene().look(small.endpointUrl(), run);
            return new Played(small, wrong(cell, looked));
        } catch (RuntimeException e) {
            return new Played(small, cell + ": " + e);
        }
    }

    /** What went otherwise than it should; empty when nothing did. */
    private static String wrong(Cell cell, Scene.Looked looked) {
        Scene.Looked whole = WHOLE.getOrDefault(cell.row().scene(), looked);
        Map<String, String> others = new LinkedHashMap<>(whole.seen());
        others.keySet().removeAll(gone(cell.row()));
        Map<String, String> unlike = new LinkedHashMap<>(looked.seen());
        unlike.entrySet().removeAll(others.entrySet());
        unlike.keySet().removeAll(gone(cell.row()));
        boolean told = looked.unknown().values().stream()
                .allMatch(why -> why.matches("[^{}\\n]+") && !why.contains("Exception:"));
        int exit = looked.exit(whole);
        return cell.row().explains(looked.unknown().keySet())
                        && looked.seen().keySet().containsAll(others.keySet())
                        && unlike.isEmpty()
                        && told
                        && exit == expected(looked)
                ? ""
                : "%s: exit %d, unknown %s, otherwise seen %s".formatted(cell, exit, looked.unknown(), unlike);
    }

    /** What is not even asked for where the facts of a row are unknown. */
    private static List<String> gone(Row row) {
        return Stream.concat(
                        Stream.concat(row.facts().stream(), row.late().stream()),
                        row.facts().stream().flatMap(fact -> hangingOn(fact).stream()))
                .toList();
    }

    private static List<String> hangingOn(String fact) {
        String name = fact.substring(fact.indexOf(' ') + 1);
        return switch (fact.substring(0, fact.indexOf(' '))) {
            case "deployment" -> List.of("newest " + name, "tasks " + name, "triggers " + name);
            case "secret" -> List.of("age " + name, "contents " + name);
            // What is older than the oldest task is asked for where that is known.
            case "tasks" -> List.of("age db");
            default -> List.of();
        };
    }

    /**
     * Who may not ask IAM what a role may do leaves that open, and what an image sets matters to names that a contract declares and nobody
     * else gives, of which there is none here; everything else that is not answered keeps the gate shut.
     */
    private static int expected(Scene.Looked looked) {
        boolean open = looked.unknown().entrySet().stream()
                .allMatch(each -> each.getKey().startsWith("image ")
                        || (each.getKey().startsWith("access ")
                                && each.getValue().contains("AWS denied")));
        return open ? 0 : 3;
    }
}
