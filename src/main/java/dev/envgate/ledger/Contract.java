package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What the application says it needs: all declarations of the contract files, in the order they are written, doubles included.
 *
 * @param files the contract files, as shown to people; none when there is no contract
 * @param unreadable the lines of them that do not say what they mean
 * @param choices the files that may be one, as shown to people, where there are several and none was chosen
 * @param others contracts of one file that lie below the one which was taken without being asked for, and are not part of it
 */
public record Contract(
        List<String> files,
        List<Declaration> declarations,
        List<Unreadable> unreadable,
        List<String> choices,
        List<Contract> others) {
    public Contract {
        files = List.copyOf(files);
        declarations = List.copyOf(declarations);
        unreadable = List.copyOf(unreadable);
        choices = List.copyOf(choices);
        others = List.copyOf(others);
    }

    /** One that was chosen. */
    public Contract(List<String> files, List<Declaration> declarations, List<Unreadable> unreadable) {
        this(files, declarations, unreadable, List.of(), List.of());
    }

    /** None, because it cannot be told which of several it is. */
    public static Contract oneOf(List<String> choices) {
        return new Contract(List.of(), List.of(), List.of(), choices, List.of());
    }

    /** The same one, which was taken although there are others. */
    public Contract beside(List<Contract> further) {
        return new Contract(files, declarations, unreadable, choices, further);
    }

    /** One of which every line can be read. */
    public Contract(List<String> files, List<Declaration> declarations) {
        this(files, declarations, List.of());
    }

    /** The first line that may have declared a name that is not known. */
    Optional<Unreadable> lost() {
        return unreadable.stream().filter(Unreadable::lost).findFirst();
    }
}
