package dev.envgate.repair;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Row;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Writes an entry as ECS takes it, where only one thing can be meant: a member that is spelled otherwise, a number that is no text. */
final class MendedEntry implements Repair {
    private static final String WHY = "What the entry was to give only its author knows.";

    @Override
    public Outcome of(Fault fault) {
        List<Patch> patches = new ArrayList<>();
        if (fault.finding().place() instanceof Place.InFile(Span span)) {
            Trees.around(span.file(), span.start()).reversed().stream()
                    .flatMap(each -> each instanceof Node.Mapping mapping ? Stream.of(mapping) : Stream.of())
                    .findFirst()
                    .ifPresent(entry -> {
                        patches.addAll(spelled(fault, entry));
                        patches.addAll(quoted(fault, entry, span));
                    });
        }
        fault.row().map(Row::configuredEntries).stream()
                .flatMap(List::stream)
                .flatMap(entry -> asText(fault, entry).stream())
                .forEach(patches::add);
        return patches.isEmpty() ? ByHand.because(WHY, fault) : new Outcome.Patches(patches, WHY);
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Writes a misspelled `name`, `value` or `valueFrom` in full, and a number or a truth value as text.";
    }

    /** The one member that is called nearly so, where the one that is wanted is not there. */
    private static List<Patch> spelled(Fault fault, Node.Mapping entry) {
        List<Patch> patches = new ArrayList<>();
        for (String wanted : List.of("name", "value", "valueFrom")) {
            List<Node.Member> near = entry.members().stream()
                    .filter(each -> !each.key().equals(wanted) && means(each, wanted))
                    .toList();
            if (entry.member(wanted).isEmpty() && near.size() == 1) {
                Span key = near.getFirst().keySpan();
                String written = key.text().startsWith(entry.dialect().quote())
                        ? entry.dialect().text(wanted)
                        : wanted;
                patches.add(new Patch(
                                "Write `%s` as `%s`.".formatted(near.getFirst().key(), wanted),
                                List.of(new Edit(key, written)),
                                next(),
                                "")
                        .revealing(revealed(fault, near.getFirst(), wanted)));
            }
        }
        return patches;
    }

    private static boolean means(Node.Member member, String wanted) {
        String folded = member.key().toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
        String value = member.value().span().text();
        return switch (wanted) {
            case "name" -> Set.of("name", "names", "key").contains(folded);
            case "value" -> Set.of("value", "values", "val").contains(folded);
            default ->
                Set.of("valuefrom", "valuesfrom", "from").contains(folded)
                        || (folded.equals("value") && value.matches("(?s).*(\\.arn\\b|arn:aws).*"));
        };
    }

    /** An entry that had no name may well be one that nothing else gives. */
    private static Set<String> revealed(Fault fault, Node.Member member, String wanted) {
        String text = member.value().span().text();
        return fault.name().isEmpty() && wanted.equals("name") && text.length() > 1
                ? Set.of(text.substring(1, text.length() - 1))
                : Set.of();
    }

    private static Set<String> next() {
        return Set.of("undeployed", "secret-not-found", "secret-without-value", "parameter-not-found", "value-drift");
    }

    /** A literal that stands in the entry. */
    private static List<Patch> quoted(Fault fault, Node.Mapping entry, Span value) {
        return entry.members().stream()
                .map(Node.Member::value)
                .filter(each -> each.span().start() == value.start()
                        && each.span().text().matches("-?[0-9]+(\\.[0-9]+)?|true|false"))
                .map(each -> new Patch(
                        "Write the value of `%s` as text.".formatted(fault.name()),
                        List.of(new Edit(
                                each.span(), entry.dialect().text(each.span().text()))),
                        next(),
                        ""))
                .toList();
    }

    /** An expression that gives no text. */
    private static Optional<Patch> asText(Fault fault, Entry entry) {
        return Anchor.of(entry)
                .flatMap(anchor -> anchor.value("value")
                        .filter(_ -> anchor.dialect().expressions())
                        .map(Node::span)
                        .filter(each -> !each.text().startsWith(anchor.dialect().quote()))
                        .map(each -> new Patch(
                                "Write the value of `%s` as text.".formatted(fault.name()),
                                List.of(new Edit(
                                        each,
                                        anchor.dialect().json()
                                                ? anchor.dialect().text(each.text())
                                                : "tostring(" + each.text() + ")")),
                                next(),
                                "")));
    }
}
