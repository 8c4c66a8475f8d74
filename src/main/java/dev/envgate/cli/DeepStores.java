package dev.envgate.cli;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Stores;

/** The stores in a deep run that cannot read values: what nobody has read is then not known, and not only not asked. */
record DeepStores(Stores stores, String why, String hint) implements Stores {
    @Override
    public Stored of(Reference reference) {
        Stored stored = stores.of(reference);
        return stored instanceof Stored.Exists(String id, Changed changed, Contents.NotAsked _)
                ? new Stored.Exists(id, changed, new Contents.NotSeen(why, hint))
                : stored;
    }

    @Override
    public EnvFile file(String arn) {
        return stores.file(arn);
    }

    @Override
    public Kept kept(Kept.Store store, String prefix) {
        return stores.kept(store, prefix);
    }

    @Override
    public Access access(RoleReference role, Reference reference) {
        return stores.access(role, reference);
    }

    @Override
    public Access access(RoleReference role, String file) {
        return stores.access(role, file);
    }
}
