package dev.envgate.snapshot;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Stores that write down everything they are asked, and what others answer to it. */
public final class Recorder implements Stores {
    private static final Comparator<Recorded> ORDER = Comparator.comparing(each -> String.join("\0", each.question()));

    private final Map<List<String>, Recorded> answers = new LinkedHashMap<>();
    private final Stores stores;
    private final Questions questions;

    public Recorder(Stores stores, Identity identity) {
        this.stores = stores;
        this.questions = new Questions(identity);
    }

    @Override
    public Stored of(Reference reference) {
        Stored answer = stores.of(reference);
        record(questions.of(reference), question -> new Recorded.Of(question, answer));
        return answer;
    }

    @Override
    public EnvFile file(String arn) {
        EnvFile answer = stores.file(arn);
        record(questions.file(arn), question -> new Recorded.File(question, answer));
        return answer;
    }

    @Override
    public Kept kept(Kept.Store store, String prefix) {
        Kept answer = stores.kept(store, prefix);
        record(questions.kept(store, prefix), question -> new Recorded.Prefix(question, answer));
        return answer;
    }

    @Override
    public Access access(RoleReference role, Reference reference) {
        Access answer = stores.access(role, reference);
        record(questions.access(role, reference), question -> new Recorded.Fetchable(question, answer));
        return answer;
    }

    @Override
    public Access access(RoleReference role, String file) {
        Access answer = stores.access(role, file);
        record(questions.access(role, file), question -> new Recorded.Fetchable(question, answer));
        return answer;
    }

    private void record(List<String> question, Function<List<String>, Recorded> answer) {
        answers.put(question, answer.apply(question));
    }

    /** Everything so far, sorted. */
    public List<Recorded> answers() {
        List<Recorded> sorted = new ArrayList<>(answers.values());
        sorted.sort(ORDER);
        return List.copyOf(sorted);
    }
}
