package dev.envgate.repair;

import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Declares a name in the contract, beside those that begin like it, with a comment that says what is known of it. */
final class MissingDeclaration implements Repair {
    private static final Set<String> NEXT = Set.of("not-configured");

    @Override
    public Outcome of(Fault fault) {
        Optional<Contract> contract = fault.contract();
        Optional<SourceFile> file = contract.stream()
                .flatMap(each -> fault.sources().file(each.files().getFirst()).stream())
                .findFirst();
        if (contract.isEmpty() || file.isEmpty()) {
            return new Outcome.ByHand("There is no contract to declare it in: begin one with a file `.env.example`.");
        }
        List<String> forms = new ArrayList<>(List.of("", " @optional"));
        if (fault.row().map(Row::kind).filter(Kind.SECRET::equals).isPresent()) {
            forms.add(1, " @secret");
        }
        return new Outcome.Patches(
                forms.stream()
                        .map(tag -> new Patch(
                                "Declare `%s` in `%s`."
                                        .formatted(fault.name(), file.get().path()),
                                List.of(edit(fault, contract.get(), file.get(), tag)),
                                NEXT,
                                "Say in its comment what it is for."))
                        .toList(),
                "A declaration of it would change what is known of other names.");
    }

    @Override
    public Means means() {
        return Means.PATCH;
    }

    @Override
    public String summary() {
        return "Declares the name in the contract, beside those that begin like it.";
    }

    private static Edit edit(Fault fault, Contract contract, SourceFile file, String tag) {
        Layout layout = new Layout(file);
        String newline = layout.newline(0);
        String lines = "# " + comment(fault) + tag + newline + fault.name() + "=";
        Optional<Declaration> beside = beside(fault.name(), contract, file);
        if (beside.isPresent()) {
            int end = layout.lineEnd(beside.get().span().start());
            return Edit.insert(file.span(end, end), newline + lines);
        }
        int end = file.text().length();
        boolean whole = end == 0 || file.text().endsWith("\n");
        return Edit.insert(file.span(end, end), (whole ? "" : newline) + (end == 0 ? "" : newline) + lines + newline);
    }

    /** The last of those whose first word is the same and that stand on one line. */
    private static Optional<Declaration> beside(String name, Contract contract, SourceFile file) {
        int word = name.indexOf('_') + 1;
        return word == 0
                ? Optional.empty()
                : contract.declarations().stream()
                        .filter(each -> !each.commentedOut()
                                && each.span().file().path().equals(file.path())
                                && each.name().text().startsWith(name.substring(0, word))
                                && plain(file, each.span()))
                        .reduce((_, last) -> last);
    }

    /** A value that may go on over lines is no place to write behind. */
    private static boolean plain(SourceFile file, Span name) {
        String line = file.lineText(file.line(name.start()));
        return !line.contains("\"") && !line.contains("'") && !line.contains("`") && !line.endsWith("\\");
    }

    private static String comment(Fault fault) {
        if (fault.finding().rule().equals("undeclared-in-code")) {
            return fault.finding().place() instanceof Place.InFile(Span span)
                    ? "Read in " + span.file().path() + "."
                    : "Read by the code.";
        }
        String written =
                fault.row().map(Row::configured).map(MissingDeclaration::above).orElse("");
        return written.isEmpty() ? "Given to the container " + fault.finding().container() + " by Terraform." : written;
    }

    /** The comment above an entry, when it is one line and the line above that is none. */
    private static String above(Presence presence) {
        if (!(presence instanceof Presence.Present(Place place) && place instanceof Place.InFile(Span span))
                || span.line() < 2) {
            return "";
        }
        String line = span.file().lineText(span.line() - 1).strip();
        String text = line.startsWith("#") ? line.substring(1) : line.startsWith("//") ? line.substring(2) : "";
        return text.strip().matches("\\p{Lu}[^@=\"`]*\\.") ? text.strip() : "";
    }
}
