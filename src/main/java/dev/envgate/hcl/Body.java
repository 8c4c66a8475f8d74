package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What stands between two braces, or in a whole file: attributes and blocks in the order they are written.
 *
 * @param json whether it is written as JSON, where an attribute may also be read as blocks
 */
public record Body(List<Attribute> attributes, List<Block> blocks, Span span, boolean json) {
    public Body {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    /** A body in the native syntax. */
    public Body(List<Attribute> attributes, List<Block> blocks, Span span) {
        this(attributes, blocks, span, false);
    }

    static Body json(List<Attribute> attributes, List<Block> blocks, Span span) {
        return new Body(attributes, blocks, span, true);
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

    /** The blocks of a type that has no labels or that the reader knew, in order. */
    public Stream<Block> blocks(String type) {
        return blocks(type, 0);
    }

    /**
     * The blocks of a type, in order.
     *
     * @param labels how many labels it has: the native syntax shows that, JSON does not
     */
    public Stream<Block> blocks(String type, int labels) {
        Stream<Block> written = blocks.stream().filter(each -> each.type().equals(type));
        return json ? Stream.concat(written, fromAttributes(type, labels)) : written;
    }

    private Stream<Block> fromAttributes(String type, int labels) {
        List<Block> found = new ArrayList<>();
        for (Attribute attribute : attributes) {
            if (attribute.name().equals(type)) {
                found.addAll(new JsonBlocks(type, attribute.nameSpan()).read(attribute.value(), labels));
            }
        }
        return found.stream();
    }
}
