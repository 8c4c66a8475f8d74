package dev.envgate.ledger;

import java.util.List;

/**
 * A secret or parameter that these Terraform files make: what decides about it beside the policies of roles.
 *
 * @param block the address of its block
 * @param filling whether the same files give it a value
 * @param grants why others than the policies of roles may let somebody read it: a policy of its own
 */
public record SecretDefinition(String block, Filling filling, Key key, List<Gap> grants) {
    public SecretDefinition {
        grants = List.copyOf(grants);
    }

    /** Where the value of a secret comes from. */
    public enum Filling {
        /** A block of these files gives it one, or has it filled. */
        HERE,
        /** No block of these files does: somebody sets it by hand, or nobody does. */
        NOWHERE,
        /** Some part of these files that cannot be read may give it one. */
        UNCLEAR
    }

    /** What a secret or parameter is encrypted with. */
    public sealed interface Key {
        /** A key that AWS manages: who may read the secret may decrypt it. */
        record OfAws() implements Key {}

        /**
         * A key that a block of these files makes.
         *
         * @param grants why others than the policies of roles may let somebody use it: a policy of its own, a grant
         */
        record OfBlock(String block, Place place, List<Gap> grants) implements Key {
            public OfBlock {
                grants = List.copyOf(grants);
            }
        }

        /** Not known; {@code why} is half a sentence that can follow "not known:". */
        record Unclear(String why, Place cause) implements Key {}
    }
}
