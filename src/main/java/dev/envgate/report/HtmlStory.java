package dev.envgate.report;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Entry;
import dev.envgate.ledger.Given;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What each station says of one name, with its lines: what {@code explain} tells, for a page. */
record HtmlStory(Run run, ServiceLedger service, Row row) {
    private static final int READS_SHOWN = 5;

    String html() {
        return "<dl class=\"story\">"
                + station("declared", row.declared(), declared())
                + station("Terraform", row.configured(), configured())
                + station("stored", row.stored(), stored())
                + station("deployed", row.deployed(), deployed())
                + "</dl>";
    }

    private static String station(String name, Presence presence, List<String> lines) {
        StringBuilder html = new StringBuilder("<dt>").append(name).append("</dt><dd>");
        html.append(Html.prose(Explanation.word(presence)));
        if (!lines.isEmpty()) {
            html.append("<ul>");
            lines.forEach(line -> html.append("<li>").append(line).append("</li>"));
            html.append("</ul>");
        }
        return html.append("</dd>").toString();
    }

    private List<String> declared() {
        List<String> lines = new ArrayList<>();
        for (Declaration each : row.declarations()) {
            String kind = each.kind().name().toLowerCase(Locale.ROOT);
            lines.add(place(new Place.InFile(each.span())) + " a " + kind + ", because "
                    + Html.prose(each.kindBecause()));
            if (!each.standingBecause().equals(each.kindBecause())) {
                lines.add(each.standing().name().toLowerCase(Locale.ROOT) + ", because "
                        + Html.prose(each.standingBecause()));
            }
            each.comment().forEach(comment -> lines.add("<q>" + Html.text(comment) + "</q>"));
        }
        List<CodeRead> reads = service.code().reads(row.name());
        reads.stream()
                .limit(READS_SHOWN)
                .forEach(read ->
                        lines.add("read at " + place(new Place.InFile(read.span())) + ", " + ShownCode.fallback(read)));
        if (reads.size() > READS_SHOWN) {
            lines.add("read in " + (reads.size() - READS_SHOWN) + " more places");
        }
        return lines;
    }

    /** Where it is written, then each name that it went through. */
    private List<String> configured() {
        List<String> lines = new ArrayList<>();
        for (Entry each : row.configuredEntries()) {
            lines.add(place(Explanation.place(each.presence())) + " " + Html.prose(Explanation.given(each.given())));
            each.chain().forEach(hop -> lines.add(place(hop.place()) + " through " + Html.code(hop.name())));
            if (each.given() instanceof Given.Secret secret) {
                lines.add(
                        "which is " + Html.prose(Pointing.of(secret.reference()).strip()));
            }
        }
        return lines;
    }

    private List<String> stored() {
        return row.storedStates().stream()
                .map(each -> Html.prose(Explanation.stored(each)))
                .distinct()
                .toList();
    }

    private List<String> deployed() {
        List<String> lines = new ArrayList<>();
        if (service.deployment() instanceof Deployment.Running running) {
            lines.add("the service runs " + Html.code(running.revision()));
        }
        row.deployedEntries().forEach(each -> lines.add(Html.prose(Explanation.given(each.given()))));
        return lines;
    }

    /** A file with its line, as a link where the repository is on the web. */
    private String place(Place place) {
        String html = Html.code(Table.cell(place));
        return place instanceof Place.InFile(var span)
                ? Html.link(html, run.origin().line(Anchor.of(span)))
                : html;
    }
}
