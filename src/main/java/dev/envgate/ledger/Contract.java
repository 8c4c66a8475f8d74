package dev.envgate.ledger;

import java.util.List;
import java.util.Optional;

/**
 * What the application says it needs: all declarations of the contract files, in the order they are written, doubles included.
 *
 * @param files the contract files, as shown to people; none when there is no contract
 * @param unreadable the lines of them that do not say what they mean
 * @param choices the files that may be one, as shown to people, where there are several and none was chosen
 */
public record Contract(
        List<String> files, List<Declaration> declarations, List<Unreadable> unreadable, List<String> choices) {
    public Contract {
        files = List.copyOf(files);
        declarations = List.copyOf(declarations);
        unreadable = List.copyOf(unreadable);
        choices = List.copyOf(choices);
    }

    /** One that was chosen. */
    public Contract(List<String> files, List<Declaration> declarations, List<Unreadable> unreadable) {
        this(files, declarations, unreadable, List.of());
    }

    /** None, because it cannot be told which of several it is. */
    public static Contract oneOf(List<String> choices) {
        return new Contract(List.of(), List.of(), List.of(), choices);
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
