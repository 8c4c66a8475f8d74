package dev.envgate.config;

import dev.envgate.text.Nearest;
import dev.envgate.text.Problem;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says what could have been meant. */
final class Choices {
    private static final int SHOWN = 20;

    private Choices() {}

    /** A problem about a word that is none of the choices. */
    static Problem problem(Setting setting, String message, Collection<String> choices) {
        return new Problem(setting.span(), message, hint(setting.text(), choices), true);
    }

    /** The nearest choice, else all of them. */
    static String hint(String word, Collection<String> choices) {
        return begun(word, choices)
                .or(() -> Nearest.of(word, choices))
                .map("Did you mean `%s`?"::formatted)
                .orElseGet(() -> choices.isEmpty() ? "Take it out." : "Choose one of " + listed(choices) + ".");
    }

    /** A word that was not written to its end. */
    private static Optional<String> begun(String word, Collection<String> choices) {
        return choices.stream()
                .filter(each -> word.length() > 2 && each.startsWith(word))
                .findFirst();
    }

    static String listed(Collection<String> choices) {
        List<String> shown =
                choices.stream().limit(SHOWN).map("`%s`"::formatted).toList();
        String more = choices.size() > SHOWN ? " and %d more".formatted(choices.size() - SHOWN) : "";
        return shown.stream().collect(Collectors.joining(", ")) + more;
    }
}
