package dev.envgate.report;

import dev.envgate.ledger.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts findings together that differ in nothing but the name and its line, so that many of them are told once. */
final class Alike {
    /** Fewer than these are told one by one. */
    private static final int MANY = 3;

    private Alike() {}

    /** In their order, each alone or many where the first of them stands. */
    static List<List<Finding>> of(List<Finding> findings, Rows rows) {
        Map<List<Object>, List<Finding>> same =
                findings.stream().collect(Collectors.groupingBy(each -> said(each, rows)));
        List<List<Finding>> told = new ArrayList<>();
        for (Finding each : findings) {
            List<Finding> alike = same.getOrDefault(said(each, rows), List.of(each));
            if (alike.size() < MANY || !each.related().isEmpty()) {
                told.add(List.of(each));
            } else if (each.equals(alike.getFirst())) {
                told.add(alike);
            }
        }
        return told;
    }

    /** All that is told of a finding but its name and its line. */
    private static List<Object> said(Finding finding, Rows rows) {
        List<Class<?>> stations = rows.of(finding).stream()
                .flatMap(row -> Stream.of(row.declared(), row.configured(), row.stored(), row.deployed()))
                .<Class<?>>map(Object::getClass)
                .toList();
        return List.of(
                finding.severity(),
                finding.rule(),
                finding.message(),
                finding.hint(),
                finding.environment(),
                finding.service(),
                finding.container(),
                stations);
    }
}
