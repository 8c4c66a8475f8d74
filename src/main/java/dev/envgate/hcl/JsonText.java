package dev.envgate.hcl;

import dev.envgate.hcl.Value.Condition;
import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Piece;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads JSON that stands in a string, holes included: a hole inside quotes leaves the rest of its string known, a hole outside is a value or
 * some values that are not known, and what was encoded is taken as it is. Each string in it keeps the place of its own characters.
 */
public final class JsonText {
    /** So many conditions may cut the text where it is neither a value nor a row of values. */
    private static final int SPLITS = 5;

    private final JsonCursor cursor;
    private int depth;

    private JsonText(Value.Str text) {
        this.cursor = new JsonCursor(text);
    }

    /**
     * What the text means, as {@code jsondecode} has it.
     *
     * @return where it is no JSON, a {@link Value.Unknown} whose cause is {@link Cause.Kind#FAILED}
     */
    public static Value read(Value.Str text) {
        return read(text, SPLITS);
    }

    private static Value read(Value.Str text, int splits) {
        if (text.pieces().size() == 1
                && text.pieces().getFirst() instanceof Piece.Encoded(Encoding encoding, Value structure)
                && encoding == Encoding.JSON) {
            return TakenOut.of(text, Decoded.of(structure));
        }
        try {
            return TakenOut.of(text, new JsonText(text).whole());
        } catch (JsonError error) {
            Optional<Condition> condition = Conditions.first(text);
            return condition.isEmpty() || splits == 0 ? failed(text, error) : split(text, condition.get(), splits - 1);
        }
    }

    private static Value split(Value.Str text, Condition condition, int splits) {
        return new Value.Choice(
                condition,
                assumed(text, condition, true, splits),
                assumed(text, condition, false, splits),
                text.origin());
    }

    private static Value assumed(Value.Str text, Condition condition, boolean expected, int splits) {
        return Conditions.assume(text, condition, expected) instanceof Value.Str settled ? read(settled, splits) : text;
    }

    private static Value failed(Value.Str text, JsonError error) {
        Cause cause = new Cause(error.kind(), "is no JSON: " + error.reason(), error.place());
        return new Value.Unknown(Symbol.expression("jsondecode(…)"), Types.ANY, cause, text.origin());
    }

    private Value whole() {
        cursor.skipBlanks();
        Value value = value();
        cursor.skipBlanks();
        if (!cursor.atEnd()) {
            throw cursor.error("nothing may follow after the value");
        }
        return value;
    }

    /** Reads a row of elements that is cut out of a list: commas may stand at its ends. */
    private static List<Element> fragment(Value.Str text, int depth) {
        JsonText reader = new JsonText(text);
        reader.depth = depth;
        List<Element> elements = new ArrayList<>();
        reader.elements(elements, false);
        return elements;
    }

    private static List<Pair> pairFragment(Value.Str text, int depth) {
        JsonText reader = new JsonText(text);
        reader.depth = depth;
        Overlay members = new Overlay();
        reader.members(members, false);
        return members.pairs();
    }

    private Value value() {
        return switch (cursor.kind()) {
            case END -> throw cursor.error("a value is missing");
            case TEXT -> textual();
            case HOLE, ENCODED -> run();
        };
    }

    private Value textual() {
        return switch (cursor.current()) {
            case '{' -> object();
            case '[' -> array();
            case '"' -> string();
            default -> run();
        };
    }

    private Value object() {
        Origin start = cursor.place();
        deeper();
        cursor.advance();
        Overlay members = new Overlay();
        members(members, true);
        Origin end = cursor.place();
        cursor.advance();
        depth--;
        return new Value.Dict(true, members.pairs(), Birthplace.across(start, end));
    }

    private Value array() {
        Origin start = cursor.place();
        deeper();
        cursor.advance();
        List<Element> elements = new ArrayList<>();
        elements(elements, true);
        Origin end = cursor.place();
        cursor.advance();
        depth--;
        return new Value.Seq(Value.Seq.Shape.TUPLE, elements, Birthplace.across(start, end));
    }

    private void deeper() {
        if (++depth > Budget.NESTING) {
            throw cursor.tooDeep();
        }
    }

    /** Up to the closing bracket, or to the end of a fragment. */
    private void elements(List<Element> elements, boolean closed) {
        Row row = new Row(']', closed);
        while (row.more()) {
            if (cursor.kind() == JsonCursor.Kind.HOLE && row.hole()) {
                elements.addAll(hole(cursor.takeHole()));
            } else {
                row.value();
                elements.add(new Element.One(value(), Guard.ALWAYS));
            }
        }
    }

    private List<Element> hole(Value hole) {
        List<Element> elements = Spread.elements(hole, (value, guard) -> switch (value) {
            case Value.Unknown unknown -> List.of(new Element.Rest(unknown, Guard.ALWAYS));
            case Value.Str text -> fragment(text, depth);
            case Value.Null ignored -> throw cursor.error("a value is missing");
            case Value.Bool ignored -> one(value);
            case Value.Num ignored -> one(value);
            case Value.Seq ignored -> one(value);
            case Value.Dict ignored -> one(value);
            case Value.Choice ignored -> one(value);
        });
        return Merged.of(elements);
    }

    private static List<Element> one(Value value) {
        return List.of(new Element.One(value, Guard.ALWAYS));
    }

    /** Up to the closing brace, or to the end of a fragment. */
    private void members(Overlay members, boolean closed) {
        Row row = new Row('}', closed);
        while (row.more()) {
            if (cursor.kind() == JsonCursor.Kind.HOLE && row.hole()) {
                pairs(cursor.takeHole()).forEach(members::add);
            } else {
                row.value();
                members.add(member());
            }
        }
    }

    private List<Pair> pairs(Value hole) {
        return Spread.pairs(hole, (value, guard) -> switch (value) {
            case Value.Unknown unknown -> List.of(new Pair.Rest(unknown, Guard.ALWAYS));
            case Value.Str text -> pairFragment(text, depth);
            case Value.Null ignored -> throw cursor.error("a name is missing");
            case Value.Bool ignored -> throw cursor.error("a name is missing");
            case Value.Num ignored -> throw cursor.error("a name is missing");
            case Value.Seq ignored -> throw cursor.error("a name is missing");
            case Value.Dict ignored -> throw cursor.error("a name is missing");
            case Value.Choice ignored -> throw cursor.error("a name is missing");
        });
    }

    private Pair.One member() {
        if (cursor.kind() != JsonCursor.Kind.TEXT || cursor.current() != '"') {
            throw cursor.error("a name in quotes is missing");
        }
        Value.Str key = string();
        cursor.skipBlanks();
        if (cursor.kind() != JsonCursor.Kind.TEXT || cursor.current() != ':') {
            throw cursor.error("a colon is missing after the name");
        }
        cursor.advance();
        cursor.skipBlanks();
        return new Pair.One(key, value(), Guard.ALWAYS);
    }

    private Value.Str string() {
        return new JsonString(cursor).read();
    }

    /** Reads what stands without quotes up to the next comma or bracket: a number, a word, or a hole. */
    private Value run() {
        List<Piece> pieces = cursor.takeRun();
        if (pieces.size() == 1) {
            return switch (pieces.getFirst()) {
                case Piece.Known known -> word(known);
                case Piece.Encoded encoded -> Decoded.of(encoded.structure());
                case Piece.Hole hole -> holeAsValue(hole.value());
            };
        }
        Value.Str text = new Value.Str(pieces, cursor.place());
        if (text.known()) {
            return word(new Piece.Known(text.text(), text.origin()));
        }
        Cause cause = Causes.first(List.of(text), text.origin().born());
        return new Value.Unknown(Symbol.expression(text.text()), Types.ANY, cause, text.origin());
    }

    private Value holeAsValue(Value hole) {
        return switch (hole) {
            case Value.Choice choice ->
                new Value.Choice(
                        choice.condition(),
                        holeAsValue(choice.whenTrue()),
                        holeAsValue(choice.whenFalse()),
                        choice.origin());
            case Value.Str text -> TakenOut.of(text, new JsonText(text).whole());
            case Value.Unknown unknown ->
                new Value.Unknown(unknown.symbol(), Types.ANY, unknown.cause(), unknown.origin());
            case Value.Null ignored -> hole;
            case Value.Bool ignored -> hole;
            case Value.Num ignored -> hole;
            case Value.Seq ignored -> hole;
            case Value.Dict ignored -> hole;
        };
    }

    private Value word(Piece.Known piece) {
        return switch (piece.text()) {
            case "null" -> new Value.Null(piece.origin());
            case "true" -> new Value.Bool(true, piece.origin());
            case "false" -> new Value.Bool(false, piece.origin());
            default -> number(piece);
        };
    }

    private Value number(Piece.Known piece) {
        String text = piece.text();
        int digits = text.startsWith("-") ? 1 : 0;
        boolean leadingZero = text.startsWith("0", digits)
                && text.length() > digits + 1
                && Character.isDigit(text.charAt(digits + 1));
        boolean begins = text.length() > digits && Character.isDigit(text.charAt(digits)) && !text.startsWith("+");
        Optional<BigDecimal> number =
                begins && !leadingZero && !text.endsWith(".") && !text.contains(".e") && !text.contains(".E")
                        ? Conversion.parse(text)
                        : Optional.empty();
        return number.<Value>map(value -> new Value.Num(value, piece.origin()))
                .orElseThrow(() -> cursor.error(
                        "a value is needed, and this is none", piece.origin().born()));
    }

    /** The commas between values. Next to a hole a comma may be missing or too many: the hole may bring it, or be empty. */
    private final class Row {
        private final char close;
        private final boolean closed;
        private boolean empty = true;
        private boolean comma;
        private boolean lenient;

        Row(char close, boolean closed) {
            this.close = close;
            this.closed = closed;
            this.lenient = !closed;
        }

        /** Goes to the next value, or to the end. */
        boolean more() {
            cursor.skipBlanks();
            while (cursor.kind() == JsonCursor.Kind.TEXT && cursor.current() == ',') {
                comma();
            }
            if (cursor.atEnd()) {
                return end();
            }
            boolean last = cursor.kind() == JsonCursor.Kind.TEXT && cursor.current() == close;
            if (last && (!closed || (comma && !lenient && !empty))) {
                throw cursor.error("a value is missing before the closing bracket");
            }
            return !last;
        }

        private void comma() {
            if ((empty || comma) && !lenient) {
                throw cursor.error("a value is missing before the comma");
            }
            comma = true;
            cursor.advance();
            cursor.skipBlanks();
        }

        private boolean end() {
            if (closed) {
                throw cursor.error("`" + close + "` is missing");
            }
            return false;
        }

        /** A hole is next: it may stand for several values, and the commas around it are its own affair. */
        boolean hole() {
            boolean alone = cursor.holeStandsAlone();
            if (alone) {
                lenient = true;
                empty = false;
                comma = false;
            }
            return alone;
        }

        /** A value is next. */
        void value() {
            if (!empty && !comma && !lenient) {
                throw cursor.error("a comma is missing");
            }
            lenient = false;
            empty = false;
            comma = false;
        }
    }
}
