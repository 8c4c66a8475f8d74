package dev.envgate.ledger;

import java.util.List;

/**
 * An element of the {@code environmentFiles} of a container.
 *
 * @param arn which object of S3 it is, as written
 * @param presence where it is given, and whether for certain
 * @param written what Terraform puts into the object: {@link EnvFile.Written}, {@link EnvFile.NotSeen} where it makes the object and the
 *     files do not tell what is in it, {@link EnvFile.NotAsked} where they do not make it
 */
public record EnvironmentFile(Symbolic arn, Presence presence, EnvFile written) {
    /** One that Terraform does not make, as far as is known. */
    public EnvironmentFile(Symbolic arn, Place place) {
        this(arn, new Presence.Present(place), new EnvFile.NotAsked("Terraform does not make it."));
    }

    /** What is in it: what Terraform puts there, else what S3 holds. */
    EnvFile content(Stores stores) {
        return written instanceof EnvFile.Written ? written : held(stores);
    }

    /** What S3 holds. */
    EnvFile held(Stores stores) {
        if (arn.known()) {
            return stores.file(arn.toString());
        }
        return written instanceof EnvFile.NotSeen
                ? written
                : new EnvFile.NotSeen("The files do not decide which environment file it is.", "");
    }

    /** The names that Terraform puts there. */
    public List<Entry> entries() {
        return written instanceof EnvFile.Written known
                ? known.read().names().stream()
                        .map(name -> entry(name, new Presence.Present(known.of(name))))
                        .toList()
                : List.of();
    }

    /** A name of it, as surely as the container has the file. */
    Entry entry(Name name, Presence inside) {
        return new Entry(name, new Given.FromFile(toString()), Side.within(presence, inside), List.of());
    }

    @Override
    public String toString() {
        return arn.toString();
    }
}
