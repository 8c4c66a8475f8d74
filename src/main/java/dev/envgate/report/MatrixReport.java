package dev.envgate.report;

import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Escape;
import java.util.List;
import java.util.Locale;

/** Every name by the four stations, and by the environments where there are several: what is there at a glance, without the findings. */
final class MatrixReport implements Report {
    private static final List<String> STATIONS = List.of("declared", "Terraform", "stored", "deployed");
    private static final int CELL = 11;
    private static final int ENVIRONMENT = 14;
    private static final int KIND = 9;
    private static final int NARROWEST = 16;

    @Override
    public String id() {
        return "matrix";
    }

    @Override
    public boolean forPeople() {
        return true;
    }

    @Override
    public String of(Run run, Style style) {
        return new Page(run, style, new StringBuilder()).text();
    }

    /** One report while it is being written. */
    private record Page(Run run, Style style, StringBuilder out) {
        String text() {
            out.append("envgate: ").append(word()).append('\n');
            run.problems()
                    .forEach(each -> out.append("\ncannot be read: ")
                            .append(Escape.terminal(each.message()))
                            .append('\n'));
            for (ServiceLedger service : run.ledger().services()) {
                service.containers().forEach(container -> container(service, container));
            }
            environments();
            out.append('\n').append(key()).append('\n');
            return out.toString();
        }

        private String word() {
            Verdict.Summary summary = run.verdict().summary();
            String state = switch (run.verdict().decision()) {
                case PASS -> "open";
                case FAIL -> "closed";
                case UNVERIFIED -> "could not verify";
            };
            return String.join(
                    style.dot(),
                    state,
                    Words.count(summary.errors(), "error"),
                    Words.count(summary.warnings(), "warning"),
                    Words.count(summary.inStep(), "name") + " in step",
                    summary.unverified() == 0 ? "everything verified" : summary.unverified() + " not verified");
        }

        private void container(ServiceLedger service, ContainerLedger container) {
            if (container.rows().isEmpty()) {
                return;
            }
            int wide = wide(
                    container.rows().stream().map(row -> row.name().text()).toList(), KIND + STATIONS.size() * CELL);
            String title =
                    service.title() + (container.container().isEmpty() ? "" : style.dot() + container.container());
            out.append('\n')
                    .append(style.in(Style.Ink.BOLD, Escape.terminal(title)))
                    .append('\n');
            line(" ".repeat(wide + KIND), STATIONS, CELL);
            for (Row row : container.rows()) {
                String kind = row.kind().name().toLowerCase(Locale.ROOT);
                out.append(cell(row.name().text(), wide)).append(cell(kind, KIND));
                List<Way.Stop> stops = new Way(row).stops();
                for (int i = 0; i < stops.size(); i++) {
                    sign(stops.get(i).presence(), "", i < stops.size() - 1 ? CELL : 0);
                }
                out.append('\n');
            }
        }

        private void environments() {
            Environments matrix = Environments.of(run);
            if (matrix.several().isEmpty()) {
                return;
            }
            int room = matrix.several().size() * ENVIRONMENT;
            int containers = wide(
                    matrix.rows().keySet().stream()
                            .map(Environments.Key::container)
                            .toList(),
                    room + 2 * NARROWEST);
            int wide = wide(
                    matrix.rows().keySet().stream().map(Environments.Key::name).toList(), room + containers);
            out.append('\n').append(style.in(Style.Ink.BOLD, "by environment")).append('\n');
            line(" ".repeat(wide + containers), matrix.several(), ENVIRONMENT);
            matrix.rows().forEach((key, rows) -> {
                out.append(cell(key.name(), wide)).append(cell(key.container(), containers));
                for (String each : matrix.several()) {
                    boolean last = each.equals(matrix.several().getLast());
                    if (rows.containsKey(each)) {
                        Way.Stop end = new Way(rows.get(each)).end();
                        String at = end.station().equals(Way.IN_STEP) ? "" : " " + end.station();
                        sign(end.presence(), at, last ? 0 : ENVIRONMENT);
                    } else {
                        out.append(last ? "-" : cell("-", ENVIRONMENT));
                    }
                }
                out.append('\n');
            });
        }

        /** The widest of some texts with two blanks after it, as far as there is room. */
        private int wide(List<String> texts, int taken) {
            int widest = texts.stream()
                    .mapToInt(each -> Escape.terminal(each).length())
                    .max()
                    .orElse(0);
            return Math.min(widest + 2, Math.max(NARROWEST, style.width() - taken));
        }

        private void line(String before, List<String> titles, int width) {
            StringBuilder line = new StringBuilder(before);
            titles.forEach(each -> line.append(cell(each, width)));
            out.append(style.in(Style.Ink.FAINT, line.toString().stripTrailing()))
                    .append('\n');
        }

        /** What is too long for its column ends with dots. */
        private String cell(String text, int width) {
            String shown = Escape.terminal(text);
            String dots = style.unicode() ? "…" : "...";
            String cut = shown.length() > width - 1
                    ? shown.substring(0, Math.max(0, width - 1 - dots.length())) + dots
                    : shown;
            return cut + " ".repeat(Math.max(1, width - cut.length()));
        }

        private void sign(Presence presence, String after, int width) {
            String plain = sign(presence, new Style(false, style.unicode(), style.width(), false)) + after;
            out.append(sign(presence, style)).append(after).append(" ".repeat(Math.max(0, width - plain.length())));
        }

        private static String sign(Presence presence, Style style) {
            return switch (presence) {
                case Presence.Present _ -> style.yes();
                case Presence.Conditional _ -> style.perhaps();
                case Presence.Absent _ -> style.no();
                case Presence.Unknown _ -> style.unknown();
            };
        }

        private String key() {
            Style plain = new Style(false, style.unicode(), style.width(), false);
            return String.join(
                    style.dot(),
                    plain.yes() + " there",
                    plain.perhaps() + " there under a condition",
                    plain.no() + " not there",
                    plain.unknown() + " not known");
        }
    }
}
