package dev.envgate.rule;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.NameWords;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ValueLook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

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

    /** Values that are no secrets under whatever name: ARNs, short numbers, and paths in a store. */
    private static final Pattern HARMLESS =
            Pattern.compile("arn:\\S+|[0-9]{1,5}|/?[a-z0-9_.-]++(?:/[a-z0-9_.-]++)++|[a-zA-Z][\\w+.-]{1,30}://\\S*");

    private static final Set<String> PLAIN = Set.of("plain", "public");

    Optional<String> literal(String text) {
        ValueLook look = new ValueLook(text);
        if (calledPlain() || look.isPlaceholder()) {
            return Optional.empty();
        }
        if (look.hasFormOfSecret()) {
            return Optional.of("its value has the form of one");
        }
        if (look.holdsPassword()) {
            return Optional.of("its value is an address with a password in it");
        }
        boolean harmless = text.isBlank()
                || look.isSwitchedOn()
                || look.isSwitchedOff()
                || look.isPath()
                || HARMLESS.matcher(text).matches();
        return secret() && !harmless ? Optional.of("its name says so") : Optional.empty();
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
