package dev.envgate.terraform;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.EnvironmentFile;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Symbolic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An environment file of a container while its containers are still being gathered; {@code guard} says when it is given. */
record FileDraft(Symbolic arn, Place place, Guard guard, EnvFile written) {
    /** Each file once: in two cases, it is there when either holds. */
    static List<EnvironmentFile> joined(Collection<FileDraft> drafts) {
        Map<Symbolic, FileDraft> files = new LinkedHashMap<>();
        drafts.forEach(each -> files.merge(each.arn, each, FileDraft::or));
        return files.values().stream().map(FileDraft::file).toList();
    }

    private FileDraft or(FileDraft other) {
        return new FileDraft(arn, place, Case.either(guard, other.guard), written);
    }

    private EnvironmentFile file() {
        Presence presence =
                guard.always() ? new Presence.Present(place) : new Presence.Conditional(place, guard.text());
        return new EnvironmentFile(arn, presence, written);
    }
}
