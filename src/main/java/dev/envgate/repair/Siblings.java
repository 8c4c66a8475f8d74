package dev.envgate.repair;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entries of a container that are written in one list, in the order of the container; at least one. */
record Siblings(List<Sibling> all) {
    /** Fewer names than these are in order by chance. */
    private static final int IN_ORDER = 3;

    Siblings {
        all = List.copyOf(all);
    }

    /** One of them. */
    record Sibling(String name, Anchor anchor) {}

    /** Entries by the list that they stand in, the list with the most of them first. */
    static List<Siblings> byList(List<Sibling> entries) {
        Map<String, List<Sibling>> lists = new LinkedHashMap<>();
        for (Sibling each : entries) {
            Span span = each.anchor().holder().span();
            lists.computeIfAbsent(span.file().path() + ":" + span.start(), _ -> new ArrayList<>())
                    .add(each);
        }
        return lists.values().stream()
                .map(Siblings::new)
                .sorted(Comparator.comparingInt((Siblings list) -> list.all().size())
                        .reversed())
                .toList();
    }

    Span span() {
        return all.getFirst().anchor().holder().span();
    }

    Node.Dialect dialect() {
        return all.getFirst().anchor().dialect();
    }

    /** Whether the list holds names only, and values are made of them. */
    boolean named() {
        return all.stream().allMatch(each -> each.anchor() instanceof Anchor.Word);
    }

    /** Whether what stands beside a name is what the container refers to; a mapping may hold the values that secrets are made of. */
    boolean refers() {
        return all.stream()
                .anyMatch(each -> each.anchor() instanceof Anchor.Entry
                        || each.anchor()
                                .value("")
                                .filter(value -> value.span().text().matches("(?s).*(\\.arn\\b|arn:).*"))
                                .isPresent());
    }

    /** Adds a name. Where names are in order it is put in order, else at the end. */
    List<Edit> insert(String name, String value, String member) {
        List<String> names = all.stream().map(Sibling::name).toList();
        boolean sorted =
                names.size() >= IN_ORDER && names.equals(names.stream().sorted().toList());
        Sibling beside = all.stream()
                .filter(each -> !sorted || each.name().compareTo(name) < 0)
                .reduce((_, last) -> last)
                .orElse(all.getLast());
        return switch (beside.anchor()) {
            case Anchor.Entry entry ->
                new Elements(entry.list())
                        .insertAfter(
                                sorted ? entry.index() : entry.list().items().size() - 1,
                                Quoted.like(model(entry.item()), name, member, value));
            case Anchor.Key key -> {
                Node.Mapping mapping = key.mapping();
                String like = mapping.members().get(key.index()).keySpan().text();
                yield new Members(mapping)
                        .insertAfter(
                                sorted ? key.index() : mapping.members().size() - 1,
                                like.startsWith(dialect().quote()) ? dialect().text(name) : name,
                                value);
            }
            case Anchor.Word word ->
                new Elements(word.list())
                        .insertAfter(
                                sorted ? word.index() : word.list().items().size() - 1,
                                dialect().text(name));
        };
    }

    /** An element to be written like: one without comments, which would be about another name. */
    private Node.Mapping model(Node.Mapping otherwise) {
        List<Node.Mapping> models = all.reversed().stream()
                .flatMap(each -> each.anchor() instanceof Anchor.Entry entry ? Stream.of(entry.item()) : Stream.of())
                .filter(each -> !Quoted.commented(each))
                .toList();
        return models.stream()
                .filter(Quoted::inColumns)
                .findFirst()
                .or(() -> models.stream().findFirst())
                .orElse(otherwise);
    }
}
