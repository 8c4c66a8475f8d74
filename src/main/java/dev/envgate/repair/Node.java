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
        /** JSON inside of a Terraform file, where <code>${…}</code> is an expression. */
        JSON_IN_HCL,
        /** JSON in a file of its own. */
        JSON;

        boolean json() {
            return this != HCL;
        }
    }

    default boolean holds(int offset) {
        return span().start() <= offset && offset < span().end();
    }
}
