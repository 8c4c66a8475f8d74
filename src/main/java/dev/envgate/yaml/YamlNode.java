package dev.envgate.yaml;

import dev.envgate.text.Span;
import java.util.List;

/** A part of a YAML document, with its place. */
public sealed interface YamlNode {
    Span span();

    /** Keys with what they hold, in the order they are written; no key is there twice. */
    record Mapping(List<Entry> entries, Span span) implements YamlNode {
        public Mapping {
            entries = List.copyOf(entries);
        }
    }

    /** A list. */
    record Sequence(List<YamlNode> items, Span span) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /**
     * A text, a number, a truth value or nothing.
     *
     * @param text as written, without quotes
     * @param sort what YAML takes it for
     */
    record Scalar(String text, Sort sort, Span span) implements YamlNode {
        /** It may be the value of a variable. */
        @Override
        public String toString() {
            return span.toString();
        }
    }

    /** A key and what it holds. */
    record Entry(Scalar key, YamlNode value) {}

    /** What YAML's core schema takes a scalar for. */
    enum Sort {
        TEXT,
        NUMBER,
        TRUTH,
        NOTHING
    }
}
