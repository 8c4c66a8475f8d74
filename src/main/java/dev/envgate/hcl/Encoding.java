package dev.envgate.hcl;

import dev.envgate.hcl.Value.Piece;
import java.util.List;
import java.util.stream.Collectors;

/** A way to write a structure as text that can be taken back: {@code jsonencode}, {@code yamlencode}, {@code base64encode}. */
public enum Encoding {
    JSON {
        @Override
        List<Piece> write(Value structure) {
            return new JsonWriter().write(structure);
        }
    },
    YAML {
        @Override
        List<Piece> write(Value structure) {
            return new YamlWriter().write(structure);
        }
    },
    BASE64 {
        @Override
        List<Piece> write(Value structure) {
            return Base64Text.write(structure);
        }
    };

    /** The text as pieces: what is known, and a hole for what is not. */
    abstract List<Piece> write(Value structure);

    /** The text, each hole as <code>${…}</code>. It may hold secrets. */
    public String render(Value structure) {
        return write(structure).stream().map(Piece::text).collect(Collectors.joining());
    }
}
