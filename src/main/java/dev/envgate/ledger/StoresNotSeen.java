package dev.envgate.ledger;

/** Stores that could not be asked: of everything in them the same is not known. */
public record StoresNotSeen(String why, String hint) implements Stores {
    @Override
    public Stored of(Reference reference) {
        return new Stored.NotSeen(why, hint);
    }

    @Override
    public EnvFile file(String arn) {
        return new EnvFile.NotSeen(why, hint);
    }

    @Override
    public Kept kept(Kept.Store store, String prefix) {
        return new Kept.NotSeen(why, hint);
    }
}
