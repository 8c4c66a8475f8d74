package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.text.Escape;
import java.util.List;

/** The Test Anything Protocol, version 14: a line for each name of a container, with the findings below it. */
final class TapReport implements Report {
    @Override
    public String id() {
        return "tap";
    }

    @Override
    public String of(Run run, Style style) {
        return text(Checked.of(run));
    }

    /** Of a run or of a fleet. */
    static String text(List<Checked> all) {
        StringBuilder out =
                new StringBuilder("TAP version 14\n1..").append(all.size()).append('\n');
        for (int i = 0; i < all.size(); i++) {
            test(out, i + 1, all.get(i));
        }
        return out.toString();
    }

    private static void test(StringBuilder out, int number, Checked test) {
        String title = " " + number + " - " + description(test);
        switch (test.outcome()) {
            case Checked.Outcome.Passed passed -> {
                out.append("ok").append(title).append('\n');
                diagnostics(out, passed.remarks());
            }
            case Checked.Outcome.Failed failed -> {
                out.append("not ok").append(title).append('\n');
                diagnostics(out, failed.findings());
            }
            case Checked.Outcome.Unknown unknown -> unknown(out, title, unknown);
        }
    }

    private static void unknown(StringBuilder out, String title, Checked.Outcome.Unknown unknown) {
        if (unknown.holds()) {
            out.append("not ok").append(title).append('\n');
            out.append("  ---\n");
            field(out, "  ", "message", unknown.why());
            field(out, "  ", "next", Diagnostic.next(unknown.hint()));
            findings(out, unknown.remarks());
            out.append("  ...\n");
        } else {
            out.append("ok")
                    .append(title)
                    .append(" # SKIP ")
                    .append(escaped(unknown.why()))
                    .append('\n');
            diagnostics(out, unknown.remarks());
        }
    }

    private static String description(Checked test) {
        String group = test.suite().equals(test.group()) ? "" : test.group() + " / ";
        return escaped(test.suite() + " / " + group + test.name());
    }

    /** A number sign would begin a directive. */
    private static String escaped(String text) {
        return Escape.terminal(text).replace("\\", "\\\\").replace("#", "\\#");
    }

    private static void diagnostics(StringBuilder out, List<Finding> findings) {
        if (!findings.isEmpty()) {
            out.append("  ---\n");
            findings(out, findings);
            out.append("  ...\n");
        }
    }

    private static void findings(StringBuilder out, List<Finding> findings) {
        out.append(findings.isEmpty() ? "" : "  findings:\n");
        for (Finding each : findings) {
            out.append("    - rule: ").append(each.rule()).append('\n');
            field(out, "      ", "severity", Words.of(each.severity()));
            field(out, "      ", "message", each.message());
            field(out, "      ", "at", Table.cell(each.place()));
            field(out, "      ", "next", Diagnostic.next(each.hint()));
        }
    }

    /** A field of YAML in double quotes, which is JSON as well; none for nothing. */
    private static void field(StringBuilder out, String indent, String name, String value) {
        if (!value.isEmpty()) {
            String quoted = Escape.terminal(value).replace("\\", "\\\\").replace("\"", "\\\"");
            out.append(indent).append(name).append(": \"").append(quoted).append("\"\n");
        }
    }
}
