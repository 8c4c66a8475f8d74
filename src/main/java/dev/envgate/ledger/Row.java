package dev.envgate.ledger;

import java.util.List;

/**
 * How far one name got in one container of one service.
 *
 * @param declarations its declarations in the contract; none when it is not declared
 * @param configured whether Terraform gives it to the container
 * @param configuredEntries the entries in Terraform; two when it is there twice
 * @param stored whether what it refers to is in the store; a setting that refers to nothing is present when it is configured
 * @param storedStates what the stores said, one for each configured reference
 * @param deployed whether the running task definition gives it to the container
 * @param deployedEntries the entries in the running task definition
 */
public record Row(
        Name name,
        Kind kind,
        Presence declared,
        List<Declaration> declarations,
        Presence configured,
        List<Entry> configuredEntries,
        Presence stored,
        List<Stored> storedStates,
        Presence deployed,
        List<Entry> deployedEntries) {
    public Row {
        declarations = List.copyOf(declarations);
        configuredEntries = List.copyOf(configuredEntries);
        storedStates = List.copyOf(storedStates);
        deployedEntries = List.copyOf(deployedEntries);
    }
}
