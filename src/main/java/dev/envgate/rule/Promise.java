package dev.envgate.rule;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Example;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.Standing;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a declaration promises where the code contradicts its looks: a secret that looks like one of laptops, and that the application fails
 * without; and an address with a password in it that leads nowhere from a container, and that the application reads. What was said in words
 * or by a tag stands.
 */
record Promise(Code code) {
    Optional<Standing> standing(Subject each) {
        if (isInSettings(each)) {
            return Optional.of(Standing.SECRET);
        }
        return isReadAddress(each)
                ? Optional.of(code.alwaysFallsBack(each.row().name()) ? Standing.SETTING : Standing.SECRET)
                : each.row().standing();
    }

    /** Half a sentence that can follow a semicolon, where it is for that only that a name is missed. */
    Optional<String> because(Subject each) {
        if (isInSettings(each)) {
            return Optional.of("the application fails without it when it reads its settings");
        }
        return isReadAddress(each)
                ? Optional.of("the application reads it, and what is shown for it is a server of a laptop")
                : Optional.empty();
    }

    /** Whether the application reads it, and all that is shown as its value is such an address; what stands in by default is none better. */
    boolean isReadAddress(Subject each) {
        return byLooks(each, Standing.DEFAULTED)
                && each.row().declarations().stream()
                        .allMatch(declaration -> declaration.example() == Example.OWN_MACHINE)
                && code.readsInApplication(each.row().name());
    }

    private boolean isInSettings(Subject each) {
        return byLooks(each, Standing.LOCAL)
                && isOfSecret(each.row())
                && code.applicationReads(each.row().name()).stream().anyMatch(Promise::isRequiredField);
    }

    /** A class of settings is filled when the application starts; what is read on the way may be read by nobody. */
    private static boolean isRequiredField(CodeRead read) {
        return read.fallback() == Fallback.FAILS && read.certainty() == CodeRead.Certainty.DERIVED;
    }

    private static boolean byLooks(Subject each, Standing standing) {
        Predicate<Declaration> looks = declaration -> declaration.ground() == Declaration.Ground.LOOKS;
        return each.row().standing().filter(standing::equals).isPresent()
                && each.row().declarations().stream().allMatch(looks);
    }

    /** The half of a key that is no secret is of no use without the other. */
    private static boolean isOfSecret(Row row) {
        return row.kind() == Kind.SECRET || NameWords.of(row.name().text()).containsAll(List.of("access", "key"));
    }
}
