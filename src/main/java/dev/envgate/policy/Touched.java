package dev.envgate.policy;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.text.Span;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The change since a revision. It touched a name that stands in a line that is new or gone, in any file; one whose entry or declaration
 * has such a line; and one whose reference leads to a block of Terraform that has one. Where a fault is that a name is not there, what
 * took it away need not say its name: any change to the Terraform of its service may have.
 */
public final class Touched implements Change {
    private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z0-9_-]*");
    private static final Pattern BLOCK = Pattern.compile("\\b(aws_[a-z0-9_]+)\\.([A-Za-z0-9_-]+)");

    private static final Set<String> ABSENCES = Set.of("not-configured", "wrong-container", "undeployed", "unmanaged");
    private static final Pattern TERRAFORM = Pattern.compile("(?i).*\\.(tf|tofu|tfvars|hcl|tpl|tmpl|tftpl)(\\.json)?");

    /** An entry is written in a few lines; a bracket that is further away is that of a list. */
    private static final int LONGEST_ENTRY = 2_000;

    private final String revision;
    private final Map<String, Set<Integer>> lines = new HashMap<>();
    private final Set<String> words = new HashSet<>();
    private final Map<Spot, Row> rows = new HashMap<>();
    private final Map<String, Set<String>> roots = new HashMap<>();
    private final Set<String> paths = new HashSet<>();
    private final Set<String> elsewhere;

    /** @param elsewhere titles of the services whose Terraform is of another repository: what changed there is not known */
    public Touched(String revision, List<ChangedFile> files, Ledger ledger, Set<String> elsewhere) {
        this.revision = revision;
        this.elsewhere = Set.copyOf(elsewhere);
        for (ChangedFile file : files) {
            lines.put(file.path(), file.lines());
            if (!file.texts().isEmpty()) {
                paths.add(file.path());
            }
            file.texts()
                    .forEach(text ->
                            WORD.matcher(text).results().map(MatchResult::group).forEach(words::add));
        }
        for (ServiceLedger service : ledger.services()) {
            roots.computeIfAbsent(service.title(), _ -> new HashSet<>()).add(service.root());
            String apart = ledger.apart(service);
            for (ContainerLedger container : service.containers()) {
                container
                        .rows()
                        .forEach(row -> rows.put(
                                Spot.of(
                                        service,
                                        apart,
                                        container.container(),
                                        row.name().text()),
                                row));
            }
        }
    }

    @Override
    public Optional<String> leavesAlone(Finding finding) {
        return touches(finding)
                ? Optional.empty()
                : Optional.of("The change since `%s` did not touch it.".formatted(revision));
    }

    @Override
    public boolean empty() {
        return lines.isEmpty();
    }

    private boolean touches(Finding finding) {
        Row row = rows.get(Spot.of(finding));
        return elsewhere.contains(title(finding))
                || (ABSENCES.contains(finding.rule()) && mayHaveLost(title(finding)))
                || words.contains(finding.name())
                || spans(finding.place()).anyMatch(this::changed)
                || (row != null && touches(row));
    }

    private static String title(Finding finding) {
        return finding.environment().isEmpty()
                ? finding.service()
                : finding.service() + " (" + finding.environment() + ")";
    }

    private boolean mayHaveLost(String title) {
        return roots.getOrDefault(title, Set.of("")).stream()
                .anyMatch(root -> paths.stream().anyMatch(path -> feeds(path, root)));
    }

    /** Files of its directory do, and modules, which lie anywhere but in the directory of another service. */
    private boolean feeds(String path, String root) {
        if (!isDirectory(root) || isBelow(path, root)) {
            return path.endsWith(".json") || TERRAFORM.matcher(path).matches();
        }
        return TERRAFORM.matcher(path).matches()
                && roots.values().stream()
                        .flatMap(Set::stream)
                        .noneMatch(other -> !other.equals(".") && isBelow(path, other));
    }

    /** Not when it was read from a plan or a task definition, or is not known. */
    private static boolean isDirectory(String root) {
        return !root.isEmpty() && !root.endsWith(".json");
    }

    private static boolean isBelow(String path, String root) {
        return root.equals(".") || path.startsWith(root + "/");
    }

    private boolean touches(Row row) {
        return row.declarations().stream().map(Declaration::span).anyMatch(this::changed)
                || row.configuredEntries().stream()
                        .anyMatch(entry ->
                                spans(entry).map(Touched::entry).anyMatch(this::changed) || leadsToChange(entry));
    }

    private static Stream<Span> spans(Entry entry) {
        return switch (entry.presence()) {
            case Presence.Present(Place place) -> spans(place);
            case Presence.Conditional(Place place, String _) -> spans(place);
            case Presence.Absent _, Presence.Unknown _ -> Stream.of();
        };
    }

    private static Stream<Span> spans(Place place) {
        return place instanceof Place.InFile(Span span) ? Stream.of(span) : Stream.of();
    }

    /** From the bracket that opens the entry of a name to the one that closes it; the name alone where there is none nearby. */
    private static Span entry(Span name) {
        String text = name.file().text();
        int first = Math.max(0, name.start() - LONGEST_ENTRY);
        int last = Math.min(text.length(), name.end() + LONGEST_ENTRY);
        int start = name.start();
        while (start > first && "{}".indexOf(text.charAt(start)) < 0) {
            start--;
        }
        int end = name.end();
        while (end < last && "{}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return start > first && end < last && text.charAt(start) == '{'
                ? name.file().span(start, end + 1)
                : name;
    }

    private boolean changed(Span span) {
        Set<Integer> changed = lines.getOrDefault(span.file().path(), Set.of());
        int last = span.file().line(Math.max(span.start(), span.end() - 1));
        return changed.stream().anyMatch(line -> line >= span.line() && line <= last);
    }

    private boolean leadsToChange(Entry entry) {
        return entry.given() instanceof Given.Secret(var reference)
                && BLOCK.matcher(reference.text())
                        .results()
                        .anyMatch(block -> words.contains(block.group(1)) && words.contains(block.group(2)));
    }
}
