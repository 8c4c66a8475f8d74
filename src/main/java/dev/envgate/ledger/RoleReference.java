package dev.envgate.ledger;

/** The IAM role that a task definition names, as far as could be found out. */
public sealed interface RoleReference {
    /** No role is named. */
    record None() implements RoleReference {}

    /** A role by its ARN, or by its short name, as written. */
    record Named(Symbolic text) implements RoleReference {}

    /** The role that a block of these Terraform files makes or looks up; {@code block} is the block's address. */
    record Block(String block, Place place) implements RoleReference {}

    /** Not known; {@code why} is half a sentence that can follow "not known:". */
    record Unclear(String why, Place cause) implements RoleReference {}
}
