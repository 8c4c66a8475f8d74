package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** Writes a string in Base64; one with holes is a hole as a whole. */
final class Base64Text {
    private Base64Text() {}

    static List<Piece> write(Value structure) {
        if (structure instanceof Value.Str text && text.known()) {
            byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
            return List.of(new Piece.Known(Base64.getEncoder().encodeToString(bytes), text.origin()));
        }
        Cause cause = Causes.first(List.of(structure), structure.origin().born());
        Symbol symbol = Symbol.expression("base64encode(" + Symbols.show(structure) + ")");
        return List.of(new Piece.Hole(new Value.Unknown(symbol, Types.STRING, cause, structure.origin())));
    }
}
