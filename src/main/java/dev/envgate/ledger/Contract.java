package dev.envgate.ledger;

import java.util.List;

/**
 * What the application says it needs: all declarations of the contract files, in the order they are written, doubles included.
 *
 * @param files the contract files, as shown to people; none when there is no contract
 */
public record Contract(List<String> files, List<Declaration> declarations) {
    public Contract {
        files = List.copyOf(files);
        declarations = List.copyOf(declarations);
    }
}
