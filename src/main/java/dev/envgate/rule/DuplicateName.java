package dev.envgate.rule;

import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Severity;
import java.util.List;
import java.util.stream.Stream;

/** A name that a container is given twice. */
final class DuplicateName implements Rule {
    @Override
    public String id() {
        return "duplicate-name";
    }

    @Override
    public String summary() {
        return "A container is given one name twice.";
    }

    @Override
    public Stream<Finding> judge(Ledger ledger) {
        return Subject.of(ledger).flatMap(this::subject);
    }

    private Stream<Finding> subject(Subject each) {
        if (Subject.twice(each.row().configuredEntries())) {
            return Stream.of(finding(each, "Terraform", each.row().configuredEntries()));
        }
        return Subject.twice(each.row().deployedEntries())
                ? Stream.of(finding(
                        each,
                        new NextStep(each.service()).liveFirst(),
                        each.row().deployedEntries()))
                : Stream.of();
    }

    private Finding finding(Subject each, String who, List<Entry> entries) {
        return each.finding(
                this, severity(entries), who + message(entries), "keep one of the entries.", last(each, entries));
    }

    /** ECS takes two plain values of one name without a word. */
    private static Severity severity(List<Entry> entries) {
        return secret(entries) ? Severity.ERROR : Severity.WARNING;
    }

    private static String message(List<Entry> entries) {
        if (!secret(entries)) {
            return " has it more than once in `environment`, and only one of the values counts.";
        }
        return plain(entries)
                ? " has it in `environment` and in `secrets`, and ECS refuses to register such a revision."
                : " has it more than once in `secrets`, and ECS refuses to register such a revision.";
    }

    private static boolean secret(List<Entry> entries) {
        return entries.stream().anyMatch(each -> each.given() instanceof Given.Secret);
    }

    private static boolean plain(List<Entry> entries) {
        return entries.stream().anyMatch(each -> each.given() instanceof Given.Plain);
    }

    /** The entry that is one too many; only a file can be pointed at. */
    private static Place last(Subject each, List<Entry> entries) {
        return entries.getLast().presence() instanceof Presence.Present(Place place) && place instanceof Place.InFile
                ? place
                : each.row().place();
    }
}
