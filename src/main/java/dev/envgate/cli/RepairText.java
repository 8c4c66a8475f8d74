package dev.envgate.cli;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.repair.Patch;
import dev.envgate.repair.UnifiedPatch;
import dev.envgate.report.Style;
import dev.envgate.text.Escape;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells a person what was made of each finding. */
record RepairText(Console console, Style style, boolean values) {
    /** @param others how many findings were not looked at */
    void print(List<Repairing.Result> results, boolean written, int others) {
        for (Repairing.Result each : results) {
            line(head(each.finding()));
            switch (each) {
                case Repairing.Result.Patched patched -> patched(patched, written);
                case Repairing.Result.Told told -> {
                    told.commands().commands().forEach(command -> line("  run: " + command));
                    remark(told.commands().remark());
                }
                case Repairing.Result.Left left -> line("  by hand: " + left.why());
            }
            line("");
        }
        line(summary(results, written, others));
    }

    private static String head(Finding finding) {
        String place = finding.place() instanceof Place.InFile(var span) ? "  " + span : "";
        String title = finding.name().isEmpty() ? finding.service() : finding.name();
        return "%s[%s] %s%s"
                .formatted(finding.severity().name().toLowerCase(Locale.ROOT), finding.rule(), title, place);
    }

    private void patched(Repairing.Result.Patched patched, boolean written) {
        patched.patches().forEach(each -> line("  " + each.what()));
        patched.patches().stream().map(Patch::remark).distinct().forEach(this::remark);
        if (!written) {
            for (Path each : patched.after().texts().sequencedKeySet()) {
                patch(patched.before(), patched.after(), each);
            }
        }
    }

    private void patch(Drafts before, Drafts after, Path path) {
        SourceFile old = before.read(path).orElseGet(() -> SourceFile.unread(path.toString()));
        SourceFile now = after.read(path).orElse(old);
        String text = new UnifiedPatch(old, now, values).text();
        text.lines().map(RepairText::harmless).forEach(console.out()::println);
    }

    /** Tabs and the ends of lines belong to a patch; no other sign that a terminal would act on does. */
    private static String harmless(String line) {
        return line.chars().anyMatch(each -> each < ' ' && each != '\t' && each != '\r') ? Escape.terminal(line) : line;
    }

    private void remark(String remark) {
        if (!remark.isEmpty()) {
            line("  " + remark);
        }
    }

    private static String summary(List<Repairing.Result> results, boolean written, int others) {
        long patches = results.stream().filter(Repairing.Result.Patched.class::isInstance).count();
        long commands = results.stream().filter(Repairing.Result.Told.class::isInstance).count();
        long left = results.size() - patches - commands;
        String next = patches == 0 || written ? "" : "; `envgate fix --write` writes them";
        String besides = others == 0 ? "" : " · %d not looked at (--severity note)".formatted(others);
        return "%d %s, each proven%s · %d to run · %d by hand%s"
                .formatted(patches, patches == 1 ? "patch" : "patches", next, commands, left, besides);
    }

    private void line(String text) {
        console.out().println(text.lines().map(Escape::terminal).collect(Collectors.joining("\n")));
    }
}
