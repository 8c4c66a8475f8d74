package dev.envgate.policy;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.rule.Rule;
import dev.envgate.rule.Rules;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The comments of contracts and Terraform that ignore a finding: one at any line that has to do with the finding's name. */
final class InlineIgnores implements Sieve {
    static final List<String> RULES = Rules.ALL.stream().map(Rule::id).toList();

    private final List<InlineIgnore> all;
    private final Map<Spot, List<Span>> lines = new HashMap<>();

    InlineIgnores(Ledger ledger) {
        Map<String, SourceFile> files = new LinkedHashMap<>();
        for (ServiceLedger service : ledger.services()) {
            String apart = ledger.apart(service);
            for (ContainerLedger container : service.containers()) {
                for (Row row : container.rows()) {
                    List<Span> spans = spans(row).toList();
                    Spot spot = Spot.of(
                            service, apart, container.container(), row.name().text());
                    lines.put(spot, spans);
                    spans.forEach(span -> files.putIfAbsent(span.file().path(), span.file()));
                }
            }
        }
        all = files.values().stream()
                .flatMap(file -> InlineIgnore.in(file).stream())
                .toList();
    }

    private static Stream<Span> spans(Row row) {
        return Stream.concat(
                row.declarations().stream().map(Declaration::span),
                row.configuredEntries().stream().map(Entry::presence).flatMap(InlineIgnores::span));
    }

    private static Stream<Span> span(Presence presence) {
        return switch (presence) {
            case Presence.Present(Place place) -> span(place);
            case Presence.Conditional(Place place, String _) -> span(place);
            case Presence.Absent _, Presence.Unknown _ -> Stream.of();
        };
    }

    private static Stream<Span> span(Place place) {
        return place instanceof Place.InFile(Span span) ? Stream.of(span) : Stream.of();
    }

    @Override
    public SetAside.By by() {
        return SetAside.By.COMMENT;
    }

    @Override
    public Optional<String> why(Finding finding) {
        return all.stream()
                .filter(each -> each.valid(RULES) && fits(each, finding))
                .findFirst()
                .map(each -> "A comment in `%s` ignores it: %s"
                        .formatted(each.span().file().path(), each.reason()));
    }

    private boolean fits(InlineIgnore ignore, Finding finding) {
        return ignore.rule().equals(finding.rule())
                && Stream.concat(span(finding.place()), spansOf(finding).stream())
                        .anyMatch(span -> ignore.standsIn(span.file().path()) && span.line() == ignore.line());
    }

    private Collection<Span> spansOf(Finding finding) {
        return lines.getOrDefault(Spot.of(finding), List.of());
    }

    /** Those that cannot ignore anything as they are written. */
    List<InlineIgnore> invalid() {
        return all.stream().filter(each -> !each.valid(RULES)).toList();
    }

    /** Those that no finding needs. */
    List<InlineIgnore> unused(List<Finding> found) {
        return all.stream()
                .filter(each -> each.valid(RULES) && found.stream().noneMatch(finding -> fits(each, finding)))
                .toList();
    }
}
