package dev.envgate.terraform;

/**
 * Where the provider of a block makes things, as far as files tell.
 *
 * @param provider the configuration that is used, as seen from the root: {@code aws}, {@code aws.east}, {@code module.api.aws}
 * @param region empty when it is not said
 * @param account the account whose role is assumed or which alone is allowed; empty when it is not said
 * @param keys how it says who asks, as it is written: a profile, keys; empty when it does not
 * @param open whether something is said of it that is not known
 */
record Home(String provider, String region, String account, String keys, boolean open) {
    /** Whether what is made here is made where the other one makes things, for all that can be told. */
    boolean same(Home other) {
        boolean told = !open && !other.open && !region.isEmpty();
        return (provider.equals(other.provider) || told)
                && region.equals(other.region)
                && account.equals(other.account)
                && sameKeys(other);
    }

    /** Another profile may lead into another account, unless the account is said. */
    boolean sameKeys(Home other) {
        return keys.equals(other.keys) || (!account.isEmpty() && account.equals(other.account));
    }

    /** The same provider, told to work in another region. */
    Home in(String other) {
        return new Home(provider, other, account, keys, open);
    }
}
