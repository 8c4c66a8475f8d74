package dev.envgate.report;

import dev.envgate.ledger.Presence;

/** The way of one name as a picture that needs no colour to be understood, and in words. */
record HtmlWay(Way way) {
    private static String state(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> "present";
            case Presence.Conditional _ -> "perhaps";
            case Presence.Absent _ -> "absent";
            case Presence.Unknown _ -> "unknown";
        };
    }

    private static String sign(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> "✓";
            case Presence.Conditional _ -> "◐";
            case Presence.Absent _ -> "✗";
            case Presence.Unknown _ -> "?";
        };
    }

    private static String words(Presence presence) {
        return switch (presence) {
            case Presence.Present _ -> "present";
            case Presence.Conditional _ -> "present only under a condition";
            case Presence.Absent _ -> "absent";
            case Presence.Unknown _ -> "not known";
        };
    }

    /** The picture: four stops on a line that is broken where the name does not get through. */
    String picture() {
        StringBuilder html = new StringBuilder("<span class=\"way\">");
        for (Way.Stop stop : way.stops()) {
            html.append("<span class=\"%s\"><span class=\"stop\" aria-hidden=\"true\">%s</span>"
                            .formatted(state(stop.presence()), sign(stop.presence())))
                    .append("<span class=\"station\">")
                    .append(stop.station())
                    .append("</span>")
                    .append(Html.spoken(": " + words(stop.presence())))
                    .append(" </span>");
        }
        return html.append("</span>").toString();
    }

    /** Where it ends, as an attribute; empty when it is in step. */
    String end() {
        return way.end().station().equals(Way.IN_STEP) ? "" : way.end().station();
    }

    /** The same as one sign with a word, for a table. */
    String cell() {
        Way.Stop end = way.end();
        return "<span class=\"%s\"><span class=\"stop\" aria-hidden=\"true\">%s</span> %s</span>%s"
                .formatted(
                        state(end.presence()),
                        sign(end.presence()),
                        end.station(),
                        end.presence() instanceof Presence.Present ? "" : Html.spoken(": " + words(end.presence())));
    }
}
