package dev.envgate.rule;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ValueTraits;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a plain value of a name is a secret's. Every answer is half a sentence that can follow "because", without anything of the value. */
record Secrecy(Row row) {
    /** Last words of names that say where a secret is, or what goes with it. */
    private static final Set<String> POINTS = Set.of(
            "arn",
            "file",
            "host",
            "id",
            "name",
            "param",
            "parameter",
            "path",
            "port",
            "prefix",
            "region",
            "user",
            "username");

    private static final Set<String> PLAIN = Set.of("plain", "public");

    Optional<String> literal(ValueTraits value) {
        if (calledPlain() || value.placeholder()) {
            return Optional.empty();
        }
        if (value.formOfSecret()) {
            return Optional.of("its value has the form of one");
        }
        if (value.password()) {
            return Optional.of("its value is an address with a password in it");
        }
        return secret() && !value.harmless() ? Optional.of("its name says so") : Optional.empty();
    }

    Optional<String> drawn(HiddenValue.FromSecret from) {
        boolean points = POINTS.contains(last());
        boolean counts = from.key().isEmpty() || speaks(from.key()) || secret();
        return calledPlain() || points || !counts
                ? Optional.empty()
                : Optional.of("its value comes from `" + from.source() + "`");
    }

    /** By its declaration where it has one, else by its name. */
    private boolean secret() {
        return row.declarations().isEmpty() ? speaks(row.name().text()) : declaredSecret();
    }

    private boolean declaredSecret() {
        return row.declarations().stream().anyMatch(each -> each.kind() == Kind.SECRET) && !isPublic();
    }

    private static boolean speaks(String name) {
        return Likeness.of(NameWords.of(name)) == Likeness.SECRET
                && !NameWords.of(name).contains("public");
    }

    private boolean isPublic() {
        return NameWords.of(row.name().text()).contains("public");
    }

    private boolean calledPlain() {
        return row.declarations().stream()
                .map(Declaration::tags)
                .flatMap(List::stream)
                .anyMatch(tag -> PLAIN.contains(tag.name()) && !tag.negated());
    }

    private String last() {
        List<String> words = NameWords.of(row.name().text());
        return words.isEmpty() ? "" : words.getLast();
    }
}
