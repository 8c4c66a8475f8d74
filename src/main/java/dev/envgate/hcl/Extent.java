package dev.envgate.hcl;

/**
 * What is inside a value, counted once when it is made: so that size, depth and the presence of unknowns are answered without a walk, and
 * a value that was doubled through sixty locals is seen before anybody walks it.
 *
 * @param weight about how many characters and nodes it would take to write it out, a repeated part counted each time
 * @param depth how many collections lie inside each other
 * @param blank whether anything inside is not known
 * @param conditional whether anything inside depends on a condition that is not known
 * @param failed whether something inside failed, whatever the conditions
 * @param sensitive whether anything inside is marked sensitive
 */
record Extent(long weight, int depth, boolean blank, boolean conditional, boolean failed, boolean sensitive) {
    /** What an element weighs beside its value: about what it takes in memory, compared with a character. */
    private static final long NODE = 8;

    /** What a piece of a text weighs beside its characters: a text doubled through modules is of few characters and many pieces. */
    private static final long PIECE = 64;

    /** What each name that it went through weighs: every piece and element of what is doubled through modules came another way. */
    private static final long HOP = 32;

    private static final long MOST = Long.MAX_VALUE / 8;

    /** Whether all of it is known for certain. */
    boolean known() {
        return !blank && !conditional;
    }

    static Extent of(Value value) {
        return inside(value).along(value.origin());
    }

    private static Extent inside(Value value) {
        return switch (value) {
            case Value.Null ignored -> leaf(4, value.origin());
            case Value.Bool ignored -> leaf(4, value.origin());
            case Value.Num number -> leaf(number.number().digits(), value.origin());
            case Value.Str text -> text.extent();
            case Value.Seq sequence -> sequence.extent();
            case Value.Dict mapping -> mapping.extent();
            case Value.Choice choice -> choice.extent();
            case Value.Unknown unknown ->
                new Extent(
                        16,
                        0,
                        true,
                        false,
                        unknown.cause().kind() == Cause.Kind.FAILED,
                        unknown.origin().sensitive());
        };
    }

    static Extent leaf(long weight, Origin origin) {
        return new Extent(weight, 0, false, false, false, origin.sensitive());
    }

    static Extent ofPieces(Iterable<Value.Piece> pieces, Origin origin) {
        Extent sum = leaf(2, origin);
        for (Value.Piece piece : pieces) {
            sum = sum.with(ofPiece(piece));
        }
        return sum;
    }

    private static Extent ofPiece(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Known known ->
                leaf(known.text().length() + PIECE, known.origin()).along(known.origin());
            case Value.Piece.Encoded encoded -> of(encoded.structure()).encoded();
            case Value.Piece.Hole hole -> of(hole.value());
        };
    }

    static Extent ofElements(Iterable<Value.Element> elements, Origin origin) {
        Extent sum = leaf(2, origin);
        for (Value.Element element : elements) {
            Extent inner = switch (element) {
                case Value.Element.One one -> of(one.value());
                case Value.Element.Rest rest -> of(rest.why());
            };
            sum = sum.with(inner.under(element.guard()));
        }
        return sum.deeper();
    }

    static Extent ofPairs(Iterable<Value.Pair> pairs, Origin origin) {
        Extent sum = leaf(2, origin);
        for (Value.Pair pair : pairs) {
            Extent inner = switch (pair) {
                case Value.Pair.One one -> one.key().extent().with(of(one.value()));
                case Value.Pair.Rest rest -> of(rest.why());
            };
            sum = sum.with(inner.under(pair.guard()));
        }
        return sum.deeper();
    }

    static Extent ofArms(Value whenTrue, Value whenFalse, Origin origin) {
        Extent yes = of(whenTrue);
        Extent no = of(whenFalse);
        Extent both = leaf(8, origin).with(yes).with(no);
        return new Extent(both.weight, both.depth, both.blank, true, yes.failed && no.failed, both.sensitive);
    }

    /** Both, side by side. */
    private Extent with(Extent other) {
        return new Extent(
                Math.min(MOST, weight + other.weight),
                Math.max(depth, other.depth),
                blank || other.blank,
                conditional || other.conditional,
                failed || other.failed,
                sensitive || other.sensitive);
    }

    private Extent under(Value.Guard guard) {
        return guard.always()
                ? with(new Extent(NODE, 0, false, false, false, false))
                : new Extent(Math.min(MOST, weight + NODE), depth, blank, true, false, sensitive);
    }

    private Extent along(Origin origin) {
        long way = HOP * origin.hops().size();
        return way == 0 ? this : new Extent(Math.min(MOST, weight + way), depth, blank, conditional, failed, sensitive);
    }

    /** Everything inside may be known, but not its order or number. */
    Extent open() {
        return new Extent(weight, depth, true, conditional, failed, sensitive);
    }

    private Extent deeper() {
        return new Extent(weight, depth + 1, blank, conditional, failed, sensitive);
    }

    // Each round of encoding can double the text, because every quote and backslash gets a backslash.
    private Extent encoded() {
        return new Extent(Math.min(MOST, 2 * weight + 2), depth + 1, blank, conditional, failed, sensitive);
    }
}
