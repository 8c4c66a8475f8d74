package dev.envgate.terraform;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.ContainerDefinition;
import dev.envgate.ledger.Credential;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Symbolic;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/** A container while its entries are still being gathered. */
final class ContainerDraft {
    private final Symbolic name;
    private final Place place;
    private final Guard guard;
    private final List<Draft> entries = new ArrayList<>();
    private final List<FileDraft> environmentFiles = new ArrayList<>();
    private final LinkedHashSet<Credential> credentials = new LinkedHashSet<>();
    private final List<ContainerDefinition.Malformed> malformed = new ArrayList<>();
    private final LinkedHashSet<Gap> gaps = new LinkedHashSet<>();
    private Symbolic image = Symbolic.of("");

    ContainerDraft(Symbolic name, Place place, Guard guard) {
        this.name = name;
        this.place = place;
        this.guard = guard;
    }

    void image(Symbolic text) {
        image = text;
    }

    void add(Draft entry) {
        entries.add(entry);
    }

    void addFile(FileDraft file) {
        environmentFiles.add(file);
    }

    void addCredentials(List<Credential> more) {
        credentials.addAll(more);
    }

    void malformed(String why, Place at) {
        malformed(new ContainerDefinition.Malformed("", why, at));
    }

    void malformed(ContainerDefinition.Malformed entry) {
        malformed.add(entry);
    }

    void gap(Gap gap) {
        gaps.add(gap);
    }

    /** Whether the other one is the same container in another case, so that never both are there. */
    boolean isOtherCaseOf(ContainerDraft other) {
        return name.known() && name.equals(other.name) && guard.and(other.guard).never();
    }

    void addAll(ContainerDraft other) {
        entries.addAll(other.entries);
        environmentFiles.addAll(other.environmentFiles);
        credentials.addAll(other.credentials);
        malformed.addAll(other.malformed);
        gaps.addAll(other.gaps);
    }

    ContainerDefinition definition() {
        return new ContainerDefinition(
                        name,
                        place,
                        Draft.joined(entries).stream().map(Draft::entry).toList(),
                        FileDraft.joined(environmentFiles),
                        List.copyOf(credentials),
                        malformed,
                        List.copyOf(gaps))
                .from(image);
    }
}
