package dev.envgate.policy;

import static dev.envgate.ledger.Scene.place;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Standing;
import dev.envgate.ledger.Stored;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds {@code presence-table.tsv}: what every combination of presence comes to. */
class PresenceTableTest {
    private static final Path TABLE = Path.of("src/test/resources/rules/presence-table.tsv");
    private static final List<String> PRESENCES = List.of("present", "absent", "unknown");

    private static List<Line> lines = List.of();

    /** One cell of the table, written out. */
    record Combination(String declared, String configured, String stored, String deployed, Kind kind, String standing) {
        List<String> cells() {
            return List.of(declared, configured, stored, deployed, kind.name().toLowerCase(Locale.ROOT), standing);
        }

        boolean hasUnknown() {
            return Stream.of(declared, configured, stored, deployed).anyMatch("unknown"::equals);
        }

        Ledger ledger() {
            Row row = new Row(
                    new Name("GATEWAY"),
                    kind,
                    presence(declared, place(".env.example", 1)),
                    declarations(),
                    presence(configured, place("main.tf", 1)),
                    entries(configured),
                    presence(stored, new Place.Nowhere()),
                    entries(configured).isEmpty() && entries(deployed).isEmpty() ? List.of() : states(),
                    presence(deployed, new Place.Nowhere()),
                    entries(deployed),
                    List.of());
            Presence there = new Presence.Present(place("main.tf", 1));
            ContainerLedger container = new ContainerLedger("api", there, there, List.of(), List.of(row));
            ServiceLedger service = new ServiceLedger(
                    "shop",
                    "",
                    "infra",
                    List.of(),
                    List.of(),
                    List.of(),
                    new Deployment.NotAsked("a test"),
                    new Contract(List.of(), List.of()),
                    new Code.NotSearched("a test"),
                    List.of(container));
            return new Ledger(Identity.NONE, List.of(service), List.of());
        }

        private List<Declaration> declarations() {
            return declared.equals("present")
                    ? List.of(new Declaration(
                            new Name("GATEWAY"),
                            new SourceFile(".env.example", "NAME=").span(0, 4),
                            kind,
                            "",
                            Standing.valueOf(standing.toUpperCase(Locale.ROOT)),
                            "",
                            List.of(),
                            false))
                    : List.of();
        }

        private List<Entry> entries(String presence) {
            return presence.equals("present")
                    ? List.of(
                            new Entry(new Name("GATEWAY"), given(), presence(presence, place("main.tf", 1)), List.of()))
                    : List.of();
        }

        private boolean plain() {
            return kind == Kind.SETTING && stored.equals("present");
        }

        private Given given() {
            if (plain()) {
                return new Given.Plain(new HiddenValue.Known("1"));
            }
            return new Given.Secret(Reference.parse(
                    kind == Kind.SECRET ? "arn:aws:secretsmanager:eu-west-1:123456789012:secret:a-AbCdEf" : "/shop/a"));
        }

        private List<Stored> states() {
            if (plain()) {
                return List.of();
            }
            return switch (stored) {
                case "present" -> List.of(new Stored.Exists("a"));
                case "absent" -> List.of(new Stored.Missing());
                default -> List.of(new Stored.NotAsked("a test"));
            };
        }

        private static Presence presence(String word, Place place) {
            return switch (word) {
                case "present" -> new Presence.Present(place);
                case "absent" -> new Presence.Absent();
                default -> new Presence.Unknown("a test says so", new Place.Nowhere());
            };
        }
    }

    /** A line of the table. */
    record Line(List<String> patterns, String findings, String verdict, String verified) {
        static Line of(String text) {
            List<String> cells = List.of(text.split("\t", -1));
            assertThat(cells).as(text).hasSize(9);
            return new Line(cells.subList(0, 6), cells.get(6), cells.get(7), cells.get(8));
        }

        boolean meets(Combination combination) {
            List<String> cells = combination.cells();
            for (int i = 0; i < cells.size(); i++) {
                if (!patterns.get(i).equals("*")
                        && !List.of(patterns.get(i).split("\\|")).contains(cells.get(i))) {
                    return false;
                }
            }
            return true;
        }
    }

    static List<Combination> combinations() {
        List<Combination> all = new ArrayList<>();
        for (String declared : PRESENCES) {
            for (String configured : PRESENCES) {
                for (String stored : PRESENCES) {
                    for (String deployed : PRESENCES) {
                        for (Kind kind : Kind.values()) {
                            standings(declared)
                                    .forEach(standing -> all.add(
                                            new Combination(declared, configured, stored, deployed, kind, standing)));
                        }
                    }
                }
            }
        }
        return all;
    }

    private static Stream<String> standings(String declared) {
        return declared.equals("present")
                ? Stream.of(Standing.values()).map(each -> each.name().toLowerCase(Locale.ROOT))
                : Stream.of("-");
    }

    @BeforeAll
    static void read() throws IOException {
        lines = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Line::of)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void everyCombinationComesToWhatTheTableSays(Combination combination) {
        List<Line> met = lines.stream().filter(line -> line.meets(combination)).toList();
        assertThat(met).as("lines that speak of " + combination.cells()).hasSize(1);

        Verdict verdict = new Policy(Severity.ERROR, false).judge(combination.ledger());
        Verdict verified = new Policy(Severity.ERROR, true).judge(combination.ledger());

        assertThat(shown(verdict)).isEqualTo(met.getFirst().findings());
        assertThat(verdict.decision()).hasToString(met.getFirst().verdict());
        assertThat(verified.decision()).hasToString(met.getFirst().verified());
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void nothingUnknownPassesWhenEverythingMustBeVerified(Combination combination) {
        Verdict verified = new Policy(Severity.ERROR, true).judge(combination.ledger());

        assertThat(combination.hasUnknown() && verified.decision() == Verdict.Decision.PASS)
                .isFalse();
    }

    @Test
    void everyLineOfTheTableIsMet() {
        assertThat(lines).allMatch(line -> combinations().stream().anyMatch(line::meets));
    }

    private static String shown(Verdict verdict) {
        String shown = verdict.findings().stream()
                .map(each -> each.severity().name().toLowerCase(Locale.ROOT) + " " + each.rule())
                .collect(Collectors.joining(", "));
        return shown.isEmpty() ? "-" : shown;
    }
}
