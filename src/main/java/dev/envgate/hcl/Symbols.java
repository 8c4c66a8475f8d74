package dev.envgate.hcl;

import java.util.regex.Pattern;

/** Shows values that are not known by the names that stand for them. */
final class Symbols {
    private static final Pattern REFERENCE = Pattern.compile("[\\w.\\-]+(\\[[^\\[\\]]*][\\w.\\-]*)*");

    private Symbols() {}

    /** What goes between <code>${</code> and <code>}</code>; never the text of a known value. */
    static String show(Value value) {
        return switch (value) {
            case Value.Unknown unknown -> unknown.symbol().text();
            case Value.Choice choice ->
                choice.condition().text() + " ? " + show(choice.whenTrue()) + " : " + show(choice.whenFalse());
            case Value.Str text -> text.known() ? "\"…\"" : text.text();
            case Value.Null ignored -> "null";
            case Value.Bool ignored -> "bool";
            case Value.Num ignored -> "number";
            case Value.Seq ignored -> "[…]";
            case Value.Dict ignored -> "{…}";
        };
    }

    /** Whether a symbol is a name with steps and no call or operator. */
    static boolean plain(Symbol symbol) {
        return symbol.reference() || REFERENCE.matcher(symbol.text()).matches();
    }

    /** The opposite of a condition, as a person would write it. */
    static String negated(String condition) {
        if (REFERENCE.matcher(condition).matches()) {
            return "!" + condition;
        }
        return condition.startsWith("!")
                        && REFERENCE.matcher(condition.substring(1)).matches()
                ? condition.substring(1)
                : "!(" + condition + ")";
    }
}
