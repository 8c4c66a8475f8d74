package dev.envgate.snapshot;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stores that answer what they answered when the snapshot was made. */
public final class Replay implements Stores {
    private static final String LATER =
            "The snapshot does not have it: nothing referred to it when the snapshot was made.";
    private static final String UNLISTED = "The snapshot was made without this prefix.";
    private static final String ANEW_WITH = "Make the snapshot anew with `envgate snapshot` and the same prefixes.";
    private static final String ANEW = "Make the snapshot anew with `envgate snapshot`.";

    private final Map<List<String>, Recorded> answers = new HashMap<>();
    private final Questions questions;

    public Replay(Sight sight) {
        questions = new Questions(sight.identity());
        sight.answers().forEach(each -> answers.put(each.question(), each));
    }

    @Override
    public Stored of(Reference reference) {
        return find(questions.of(reference), Recorded.Of.class)
                .map(Recorded.Of::answer)
                .orElseGet(() -> new Stored.NotSeen(LATER, ANEW));
    }

    @Override
    public EnvFile file(String arn) {
        return find(questions.file(arn), Recorded.File.class)
                .map(Recorded.File::answer)
                .orElseGet(() -> new EnvFile.NotSeen(LATER, ANEW));
    }

    @Override
    public Kept kept(Kept.Store store, String prefix) {
        return find(questions.kept(store, prefix), Recorded.Prefix.class)
                .map(Recorded.Prefix::answer)
                .orElseGet(() -> new Kept.NotSeen(UNLISTED, ANEW_WITH));
    }

    @Override
    public Access access(RoleReference role, Reference reference) {
        return find(questions.access(role, reference), Recorded.Fetchable.class)
                .map(Recorded.Fetchable::answer)
                .orElseGet(() -> new Access.Undecidable(LATER, ANEW));
    }

    @Override
    public Access access(RoleReference role, String file) {
        return find(questions.access(role, file), Recorded.Fetchable.class)
                .map(Recorded.Fetchable::answer)
                .orElseGet(() -> new Access.Undecidable(LATER, ANEW));
    }

    private <T extends Recorded> Optional<T> find(List<String> question, Class<T> type) {
        return Optional.ofNullable(answers.get(question))
                .filter(type::isInstance)
                .map(type::cast);
    }
}
