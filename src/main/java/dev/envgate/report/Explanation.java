package dev.envgate.report;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Reader;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Stored;
import dev.envgate.text.Escape;
import java.util.List;
import java.util.Locale;

/** The story of one name: its way through the four stations, with lines, and what is next. */
public record Explanation(Run run, String name) {
    /** Whether any row is about the name. */
    public boolean known() {
        return run.ledger().services().stream()
                .flatMap(service -> service.containers().stream())
                .flatMap(container -> container.rows().stream())
                .anyMatch(row -> row.name().text().equals(name));
    }

    /** The story in every service and container that has the name. */
    public String text(Style style) {
        StringBuilder text = new StringBuilder();
        for (ServiceLedger service : run.ledger().services()) {
            for (ContainerLedger container : service.containers()) {
                container.rows().stream()
                        .filter(row -> row.name().text().equals(name))
                        .forEach(row -> story(text, new Teller(style), service, container, row));
            }
        }
        return text.toString();
    }

    private void story(StringBuilder text, Teller teller, ServiceLedger service, ContainerLedger container, Row row) {
        text.append(teller.title(row, container.container(), service.service()));
        text.append(teller.declared(row))
                .append(teller.read(service.code(), row))
                .append(teller.configured(row))
                .append(teller.stored(row));
        text.append(teller.deployed(row, service.deployment()));
        run.verdict().findings().stream()
                .filter(finding -> finding.name().equals(name)
                        && finding.service().equals(service.service())
                        && finding.container().equals(container.container()))
                .forEach(finding -> text.append(teller.finding(finding)));
    }

    /** Writes the lines of a story. */
    private record Teller(Style style) {
        private static final int READS_SHOWN = 5;
        private static final String INDENT = " ".repeat(14);

        String title(Row row, String container, String service) {
            String kind = row.kind().name().toLowerCase(Locale.ROOT);
            return style.in(Style.Ink.BOLD, Escape.terminal(row.name().text()))
                    + Escape.terminal(style.dot() + kind + style.dot() + container + " in " + service)
                    + "\n\n";
        }

        String declared(Row row) {
            StringBuilder text = new StringBuilder();
            text.append(station("declared", row.declared()));
            for (Declaration each : row.declarations()) {
                each.comment().forEach(comment -> text.append(line("# " + comment)));
                text.append(line(Table.cell(new Place.InFile(each.span())) + "  declared"));
                text.append(
                        line("a " + each.kind().name().toLowerCase(Locale.ROOT) + ", because " + each.kindBecause()));
                text.append(standing(each));
            }
            return text.toString();
        }

        /** Whether it must reach the container; not again what was said of its kind. */
        private static String standing(Declaration declaration) {
            return declaration.standingBecause().equals(declaration.kindBecause())
                    ? ""
                    : line(declaration.standing().name().toLowerCase(Locale.ROOT) + ", because "
                            + declaration.standingBecause());
        }

        String read(Code code, Row row) {
            List<CodeRead> reads = code.reads(row.name());
            StringBuilder text = new StringBuilder();
            reads.stream().limit(READS_SHOWN).forEach(read -> text.append(line(read(read))));
            int more = reads.size() - READS_SHOWN;
            return text.isEmpty() ? "" : "  read by\n" + text + (more > 0 ? line("and " + more + " more") : "");
        }

        private static String read(CodeRead read) {
            String reader = read.reader() == Reader.APPLICATION
                    ? ""
                    : ", " + read.reader().name().toLowerCase(Locale.ROOT);
            return Table.cell(new Place.InFile(read.span())) + reader + ", " + ShownCode.fallback(read);
        }

        /** Where it is written comes first, then each name that it went through, nearest to the container last. */
        String configured(Row row) {
            StringBuilder text = new StringBuilder();
            text.append(station("Terraform", row.configured()));
            for (Entry each : row.configuredEntries()) {
                text.append(way(each));
                if (each.given() instanceof Given.Secret(Reference reference)) {
                    text.append(line("from " + reference.text()));
                    text.append(line("which is " + Pointing.of(reference)));
                }
            }
            return text.toString();
        }

        private static String way(Entry entry) {
            Table way = new Table();
            String list = switch (entry.given()) {
                case Given.Plain _ -> "written in `environment`, as plain text";
                case Given.Secret _ -> "written in `secrets`";
                case Given.FromFile(String file) -> "written in the environment file " + file;
                case Given.FromImage(String image) -> "written in `ENV` of the image " + image;
            };
            way.line(Table.cell(place(entry.presence())), list);
            entry.chain().forEach(hop -> way.line(Table.cell(hop.place()), "through " + hop.name()));
            return way.text().indent(INDENT.length() - 2);
        }

        String stored(Row row) {
            StringBuilder text = new StringBuilder();
            text.append(station("stored", row.stored()));
            row.storedStates().stream()
                    .map(Explanation::stored)
                    .filter(each -> !word(row.stored()).endsWith(each))
                    .forEach(each -> text.append(line(each)));
            return text.toString();
        }

        String deployed(Row row, Deployment deployment) {
            StringBuilder text = new StringBuilder();
            text.append(station("deployed", row.deployed()));
            if (deployment instanceof Deployment.Running running) {
                text.append(line("the service runs " + running.revision()));
            }
            if (deployment instanceof Deployment.NotSeen(String _, String hint) && !hint.isEmpty()) {
                text.append(line("next: " + Diagnostic.next(hint)));
            }
            row.deployedEntries().forEach(each -> text.append(line(given(each.given()))));
            return text.append('\n').toString();
        }

        String finding(Finding finding) {
            return Escape.terminal(finding.severity().name().toLowerCase(Locale.ROOT) + "[" + finding.rule() + "]: "
                            + finding.message())
                    + "\n"
                    + (finding.hint().isEmpty()
                            ? ""
                            : "  next: " + Escape.terminal(Diagnostic.next(finding.hint())) + "\n");
        }

        private String station(String name, Presence presence) {
            return "  %-12s%s%n"
                    .formatted(name, Escape.terminal(word(presence)))
                    .replace(System.lineSeparator(), "\n");
        }

        private static String line(String text) {
            return INDENT + Escape.terminal(text) + "\n";
        }
    }

    /** What a station says. */
    static String word(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> "present";
            case Presence.Conditional conditional -> "present only when " + conditional.condition();
            case Presence.Absent _ -> "absent";
            case Presence.Unknown unknown -> "not known: " + unknown.why();
        };
    }

    /** Where it says so. */
    static Place place(Presence presence) {
        return switch (presence) {
            case Presence.Present present -> present.place();
            case Presence.Conditional conditional -> conditional.place();
            case Presence.Absent _ -> new Place.Nowhere();
            case Presence.Unknown unknown -> unknown.cause();
        };
    }

    /** How a container is given a name. */
    static String given(Given given) {
        return switch (given) {
            case Given.Plain _ -> "in `environment`, as plain text";
            case Given.Secret secret ->
                "in `secrets`, from " + secret.reference().text();
            case Given.FromFile(String file) -> "in the environment file " + file;
            case Given.FromImage(String image) -> "in `ENV` of the image " + image;
        };
    }

    /** What a store says. */
    static String stored(Stored stored) {
        return switch (stored) {
            case Stored.Exists exists -> exists.id() + " exists and has a value";
            case Stored.Deleting deleting -> deleting.id() + " is scheduled for deletion on " + deleting.date();
            case Stored.WithoutValue without -> without.id() + " has no value with the stage " + without.stage();
            case Stored.Recreated anew -> "there is no secret with this ARN; " + anew.id() + " has its name";
            case Stored.Missing _ -> "there is no such secret or parameter";
            case Stored.NotSeen notSeen -> notSeen.why();
            case Stored.NotAsked notAsked -> notAsked.why();
        };
    }
}
