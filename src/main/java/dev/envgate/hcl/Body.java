package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands between two braces, or in a whole file: attributes and blocks in the order they are written. */
public record Body(List<Attribute> attributes, List<Block> blocks, Span span) {
    public Body {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** {@code name = value}. */
    public record Attribute(String name, Span nameSpan, Expression value) {}

    /** {@code type "label" { … }}; {@code header} is the line up to the brace. */
    public record Block(String type, List<Label> labels, Body body, Span header) {
        public Block {
            labels = List.copyOf(labels);
        }
    }

    /** A label of a block, written quoted or bare. */
    public record Label(String text, Span span) {}

    /** The attribute of a name. */
    public Optional<Attribute> attribute(String name) {
        return attributes.stream().filter(each -> each.name().equals(name)).findFirst();
    }

    /** The blocks of a type, in order. */
    public Stream<Block> blocks(String type) {
        return blocks.stream().filter(each -> each.type().equals(type));
    }
}
