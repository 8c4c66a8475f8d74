package dev.envgate.ledger;

/**
 * A pipeline that deploys a copy of the revision that runs, so that no name ever comes from Terraform.
 *
 * @param from where it takes the revision that is there
 * @param to where it makes a new one of it
 */
public record Copying(Place from, Place to) {}
