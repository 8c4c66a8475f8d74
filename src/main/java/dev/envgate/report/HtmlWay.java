package dev.envgate.report;

import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import java.util.List;
import java.util.stream.Stream;

/** The way of one name through the four stations: as a picture that needs no colour to be understood, and in words. */
record HtmlWay(Row row) {
    /** One station and what it says. */
    private record Stop(String station, Presence presence) {
        String state() {
            return switch (presence) {
                case Presence.Present _ -> "present";
                case Presence.Conditional _ -> "perhaps";
                case Presence.Absent _ -> "absent";
                case Presence.Unknown _ -> "unknown";
            };
        }

        String sign() {
            return switch (presence) {
                case Presence.Present _ -> "✓";
                case Presence.Conditional _ -> "◐";
                case Presence.Absent _ -> "✗";
                case Presence.Unknown _ -> "?";
            };
        }

        String spoken() {
            return switch (presence) {
                case Presence.Present _ -> "present";
                case Presence.Conditional _ -> "present only under a condition";
                case Presence.Absent _ -> "absent";
                case Presence.Unknown _ -> "not known";
            };
        }
    }

    private List<Stop> stops() {
        return List.of(
                new Stop("declared", row.declared()),
                new Stop("Terraform", row.configured()),
                new Stop("stored", row.stored()),
                new Stop("deployed", row.deployed()));
    }

    /** The picture: four stops on a line that is broken where the name does not get through. */
    String picture() {
        StringBuilder html = new StringBuilder("<ol class=\"way\">");
        for (Stop stop : stops()) {
            html.append("<li class=\"%s\"><span class=\"stop\" aria-hidden=\"true\">%s</span>"
                            .formatted(stop.state(), stop.sign()))
                    .append("<span class=\"station\">")
                    .append(stop.station())
                    .append("</span>")
                    .append(Html.spoken(": " + stop.spoken()))
                    .append("</li>");
        }
        return html.append("</ol>").toString();
    }

    /** Where it ends: the first station that does not have it, else the first that is not certain; empty when it is in step. */
    String end() {
        return Stream.concat(
                        stops().stream().filter(stop -> stop.presence() instanceof Presence.Absent),
                        stops().stream().filter(stop -> !(stop.presence() instanceof Presence.Present)))
                .findFirst()
                .map(Stop::station)
                .orElse("");
    }

    /** The same as one sign with a word, for a table. */
    String cell() {
        Stop stop = stops().stream()
                .filter(each -> each.station().equals(end()))
                .findFirst()
                .orElse(new Stop("in step", row.deployed()));
        return "<span class=\"%s\"><span class=\"stop\" aria-hidden=\"true\">%s</span> %s</span>%s"
                .formatted(
                        stop.state(),
                        stop.sign(),
                        stop.station(),
                        stop.presence() instanceof Presence.Present ? "" : Html.spoken(": " + stop.spoken()));
    }
}
