package dev.envgate.repair;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Row;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Writes what an entry refers to anew, where it stands beside the name; the entry itself stays as it is laid out. */
interface Revalued {
    /** What may stand there instead of a text; the best first. */
    Stream<Suggestion> instead(Written written);

    /**
     * The value of an entry.
     *
     * @param text as it stands in the file, quotes included
     * @param module the other blocks of its module
     */
    record Written(String text, Node.Dialect dialect, Reusable module) {
        boolean quoted() {
            return text.length() > 2 * width() && text.startsWith(dialect.quote()) && text.endsWith(dialect.quote());
        }

        /** Without the quotes. */
        String inside() {
            return text.substring(width(), text.length() - width());
        }

        private int width() {
            return dialect.quote().length();
        }
    }

    /** Patches of all entries of the name in Terraform. */
    default List<Patch> patches(Fault fault, String what, Set<String> next) {
        return fault.row().map(Row::configuredEntries).stream()
                .flatMap(List::stream)
                .flatMap(entry -> entry(fault, entry))
                .map(each -> new Patch(
                        what.formatted(fault.name(), fault.finding().container()),
                        each.edits(),
                        next,
                        each.suggestion().remark()))
                .toList();
    }

    /** A suggestion and the edits that write it. */
    record Rewriting(Suggestion suggestion, List<Edit> edits) {}

    private Stream<Rewriting> entry(Fault fault, Entry entry) {
        boolean secret = entry.given() instanceof Given.Secret;
        return Anchor.of(entry).stream()
                .flatMap(anchor -> anchor.value(MissingEntry.member(secret)).stream()
                        .flatMap(value -> instead(new Written(
                                        value.span().text(),
                                        anchor.dialect(),
                                        Reusable.around(value.span().file(), fault)))
                                .filter(each -> !each.text().equals(value.span().text()))
                                .distinct()
                                .map(each -> new Rewriting(each, List.of(new Edit(value.span(), each.text()))))));
    }
}
