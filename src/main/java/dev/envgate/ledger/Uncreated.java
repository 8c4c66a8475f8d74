package dev.envgate.ledger;

/**
 * A task definition or a service that Terraform describes and does not create: its {@code count} is 0, its {@code for_each} empty, or that
 * of the module that it stands in.
 *
 * @param address of the block, without the keys of instances
 * @param name the family, or what ECS would call the service; as far as it is known without an instance
 * @param service whether it is a service
 * @param why half a sentence with the place that decides it
 * @param open when it would be created, if nobody has decided that it is not: it is so by defaults of variables that were given no value
 */
public record Uncreated(String address, Symbolic name, boolean service, String why, Presence open) {
    /** Whether it may be what somebody calls by this name or address. */
    public boolean called(String wanted) {
        return address.equals(wanted) || name.matches(wanted) != Agreement.DIFFERENT;
    }

    /** The same, left to the defaults of variables. */
    public Uncreated when(Presence condition) {
        return new Uncreated(address, name, service, why, condition);
    }
}
