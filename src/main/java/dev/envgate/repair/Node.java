package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;

/** The shape of a text, whichever language it is in: lists, mappings, and what holds or fills them. */
sealed interface Node {
    Span span();

    /** {@code [items]}. */
    record Sequence(Span span, List<Node> items, Dialect dialect) implements Node {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** <code>{members}</code>. */
    record Mapping(Span span, List<Member> members, Dialect dialect) implements Node {
        public Mapping {
            members = List.copyOf(members);
        }

        Optional<Member> member(String key) {
            return members.stream().filter(each -> each.key().equals(key)).findFirst();
        }
    }

    /** Anything else, with what stands in it. */
    record Other(Span span, List<Node> inside) implements Node {
        public Other {
            inside = List.copyOf(inside);
        }
    }

    /** One pair of a mapping; {@code key} without quotes. */
    record Member(Span keySpan, String key, Node value) {}

    /** What a list or a mapping is written in. */
    enum Dialect {
        /** Expressions of Terraform. */
        HCL,
        /** Expressions of Terraform inside of a text of JSON, with a backslash in front of each quote. */
        QUOTED_HCL,
        /** JSON inside of a Terraform file, where <code>${…}</code> is an expression. */
        JSON_IN_HCL,
        /** The same inside of quotes, with a backslash in front of each of its own. */
        QUOTED_JSON,
        /** JSON in a file of its own. */
        JSON;

        boolean json() {
            return switch (this) {
                case JSON_IN_HCL, QUOTED_JSON, JSON -> true;
                case HCL, QUOTED_HCL -> false;
            };
        }

        /** Whether expressions of Terraform can stand in it. */
        boolean expressions() {
            return this != JSON;
        }

        /** Whether it stands inside of quotes itself. */
        boolean quoted() {
            return this == QUOTED_HCL || this == QUOTED_JSON;
        }

        /** What texts begin and end with. */
        String quote() {
            return quoted() ? "\\\"" : "\"";
        }

        /** A text without special signs, in quotes. */
        String text(String text) {
            return quote() + text + quote();
        }
    }

    default boolean holds(int offset) {
        return span().start() <= offset && offset < span().end();
    }
}
