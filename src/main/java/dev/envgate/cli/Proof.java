package dev.envgate.cli;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Station;
import dev.envgate.policy.SetAside;
import dev.envgate.repair.Patch;
import dev.envgate.report.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether what a patch makes of the files is what it promises: the finding is gone, and nothing else has changed. */
record Proof(Run before, Run after, Finding finding, Patch patch) {
    static final String NUMBER = "[0-9]+";

    /** What leads to a block is known to lead there, also where a part of its name is made at apply. */
    private static final Pattern MADE = Pattern.compile("^\\$\\{aws_(?:secretsmanager_secret|ssm_parameter)\\.");

    /** What came that was not there before, the steps to the next station left out. */
    List<Finding> news() {
        Set<String> old = findings(before).map(Finding::fingerprint).collect(Collectors.toSet());
        return findings(after)
                .filter(each -> !old.contains(each.fingerprint()) && !expected(each))
                .toList();
    }

    private boolean expected(Finding each) {
        return (each.name().equals(finding.name()) && patch.next().contains(each.rule()))
                || patch.reveals().contains(each.name());
    }

    /** Why it is no proof, half a sentence that can follow "because"; empty when it is one. */
    Optional<String> refuted() {
        return remains()
                .or(this::brings)
                .or(this::unclear)
                .or(this::changesRows)
                .or(this::hides);
    }

    private Optional<String> remains() {
        boolean there = finding.apart().matches(NUMBER)
                ? alike(after) >= alike(before)
                : findings(after).anyMatch(this::same);
        return there ? Optional.of("the finding would still be there") : Optional.empty();
    }

    /** Where one can come again of what runs, until that is deployed, it says something else then. */
    private boolean same(Finding each) {
        return each.fingerprint().equals(finding.fingerprint())
                && !(patch.next().contains(finding.rule()) && !each.message().equals(finding.message()));
    }

    /** Findings that nothing but a number tells apart; with one gone another has its number. */
    private long alike(Run run) {
        return findings(run)
                .filter(each -> each.rule().equals(finding.rule())
                        && each.service().equals(finding.service())
                        && each.container().equals(finding.container())
                        && each.name().equals(finding.name())
                        && each.apart().matches(NUMBER))
                .count();
    }

    private Optional<String> brings() {
        return news().stream()
                .findFirst()
                .map(each -> "it would bring `%s`%s: %s"
                        .formatted(
                                each.rule(),
                                each.name().isEmpty() ? "" : " of `" + each.name() + "`",
                                lower(each.message())));
    }

    private static String lower(String sentence) {
        String open = sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
        return open.isEmpty() ? open : Character.toLowerCase(open.charAt(0)) + open.substring(1);
    }

    /** An entry that is new has to refer to something that is known. */
    private Optional<String> unclear() {
        Map<Key, Row> old = rows(before);
        return rows(after).entrySet().stream()
                .filter(each -> each.getKey().name().equals(finding.name()) && isNew(each.getKey(), old))
                .flatMap(each -> unclear(each.getValue())
                        .filter(why -> !beside(each.getKey(), old).contains(why)))
                .map(why -> "what `%s` would refer to is not known: %s".formatted(finding.name(), why))
                .findFirst();
    }

    /** Why it is not known what a row refers to. */
    private static Stream<String> unclear(Row row) {
        return row.configuredEntries().stream()
                .flatMap(entry -> entry.given() instanceof Given.Secret(Reference reference)
                                && reference.target() instanceof Reference.Target.Unclear(String why, var _)
                                && !MADE.matcher(reference.text()).find()
                        ? Stream.of(why)
                        : Stream.of());
    }

    /** What is not known of the others of the container, for reasons that a new one shares. */
    private static Set<String> beside(Key key, Map<Key, Row> rows) {
        return rows.entrySet().stream()
                .filter(each -> each.getKey().service().equals(key.service())
                        && each.getKey().container().equals(key.container()))
                .flatMap(each -> unclear(each.getValue()))
                .collect(Collectors.toSet());
    }

    private static boolean isNew(Key key, Map<Key, Row> old) {
        return !old.containsKey(key)
                || old.getOrDefault(key, old.values().iterator().next())
                        .configuredEntries()
                        .isEmpty();
    }

    private Optional<String> changesRows() {
        Map<Key, Row> old = rows(before);
        Map<Key, Row> now = rows(after);
        Set<Key> repaired = findings(before)
                .filter(each ->
                        each.rule().equals(finding.rule()) && each.name().equals(finding.name()))
                .flatMap(each -> old.keySet().stream().filter(key -> key.isOf(each)))
                .collect(Collectors.toSet());
        return Stream.concat(old.keySet().stream(), now.keySet().stream())
                .distinct()
                .filter(each -> !repaired.contains(each)
                        && !each.isOf(finding)
                        && !patch.reveals().contains(each.name()))
                .filter(each -> !look(old, each).equals(look(now, each)))
                .findFirst()
                .map(each -> "it would change `%s` of the container `%s`".formatted(each.name(), each.container()));
    }

    /** Nothing may be known less than before; what only AWS knows of the new reference it says after the apply. */
    private Optional<String> hides() {
        Set<NotVerified> old = Set.copyOf(before.ledger().notVerified());
        return after.ledger().notVerified().stream()
                .filter(each -> (each.station() == Station.CONFIGURED || each.station() == Station.DECLARED)
                        && !old.contains(each))
                .findFirst()
                .map(each -> "less would be known than before: " + lower(each.why()));
    }

    private static Stream<Finding> findings(Run run) {
        return Stream.concat(
                run.verdict().findings().stream(),
                run.verdict().setAside().stream().map(SetAside::finding));
    }

    /** What tells a row from all others. */
    private record Key(String service, String cluster, String environment, String container, String name) {
        boolean isOf(Finding finding) {
            return name.equals(finding.name())
                    && (finding.service().isEmpty() || service.equals(finding.service()))
                    && environment.equals(finding.environment())
                    && (finding.container().isEmpty() || container.equals(finding.container()));
        }
    }

    private static Map<Key, Row> rows(Run run) {
        Map<Key, Row> rows = new LinkedHashMap<>();
        for (ServiceLedger service : run.ledger().services()) {
            for (ContainerLedger container : service.containers()) {
                for (Row row : container.rows()) {
                    rows.put(
                            new Key(
                                    service.service(),
                                    service.cluster(),
                                    service.environment(),
                                    container.container(),
                                    row.name().text()),
                            row);
                }
            }
        }
        return rows;
    }

    /** All that a row says, places left out: lines move. */
    private static List<Object> look(Map<Key, Row> rows, Key key) {
        if (!rows.containsKey(key)) {
            return List.of();
        }
        Row row = rows.getOrDefault(key, rows.values().iterator().next());
        List<Object> look = new ArrayList<>();
        look.add(row.kind());
        look.add(row.standing());
        Stream.of(row.declared(), row.configured(), row.stored(), row.deployed())
                .map(Proof::look)
                .forEach(look::add);
        row.configuredEntries().stream().map(Proof::look).forEach(look::add);
        return look;
    }

    private static List<Object> look(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> List.of("present");
            case Presence.Conditional(var _, String condition) -> List.of("conditional", condition);
            case Presence.Absent _ -> List.of("absent");
            case Presence.Unknown(String why, var _) -> List.of("unknown", why);
        };
    }

    private static List<Object> look(Entry entry) {
        return List.of(
                look(entry.presence()),
                switch (entry.given()) {
                    case Given.Plain(var value) -> value;
                    case Given.Secret(Reference reference) ->
                        List.of(reference.text(), reference.jsonKey(), reference.versionStage(), reference.versionId());
                    case Given.FromFile(String file) -> file;
                    case Given.FromImage(String image) -> image;
                });
    }
}
