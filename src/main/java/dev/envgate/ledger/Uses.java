package dev.envgate.ledger;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What Terraform does with secrets and parameters beside giving them to containers: it may hand them to a function, a database or another root.
 *
 * @param texts what is written in its files, but for what only makes secrets and what only says who may read them
 * @param blocks the names of the secrets and parameters that its blocks make or look up, and that another block uses
 */
public record Uses(List<Symbolic> texts, List<Symbolic> blocks) {
    /** Nothing was looked at. */
    public static final Uses NONE = new Uses(List.of(), List.of());

    /** What a name may be made of, but for the slash that it may begin with. */
    private static final String WITHIN = "[A-Za-z0-9_+=.@-]";

    /** So much of a text with holes has to be known before it says anything. */
    private static final int TELLING = 3;

    public Uses {
        texts = List.copyOf(texts);
        blocks = List.copyOf(blocks);
    }

    /** Whether something may use what has that name in a store: a name that is not known for certain may be any. */
    public boolean mayUse(String name) {
        Pattern written = Pattern.compile((name.startsWith("/") ? "" : "(?<!" + WITHIN + ")")
                + Pattern.quote(name)
                + "(-[A-Za-z0-9]{6})?(?!/|" + WITHIN + ")");
        return texts.stream()
                        .anyMatch(each -> each.known()
                                ? written.matcher(each.toString()).find()
                                : telling(each) && each.matches(name) != Agreement.DIFFERENT)
                || blocks.stream().anyMatch(each -> each.matches(name) != Agreement.DIFFERENT);
    }

    private static boolean telling(Symbolic text) {
        return text.parts().stream()
                        .mapToInt(part -> part instanceof Symbolic.Part.Known(String known) ? known.length() : 0)
                        .sum()
                >= TELLING;
    }

    /** The texts may hold values, which are no business of anybody. */
    @Override
    public String toString() {
        return "Uses[" + texts.size() + " texts, " + blocks.size() + " blocks]";
    }
}
