package dev.envgate.cli;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.repair.Patch;
import dev.envgate.repair.UnifiedPatch;
import dev.envgate.report.Style;
import dev.envgate.text.Directories;
import dev.envgate.text.Escape;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a person what was made of each finding. */
record RepairText(Console console, Style style, boolean values) {
    private static final int REASONS_SHOWN = 3;

    /**
     * @param others how many findings were not looked at
     * @param unverified how much could not be looked at, so that more may be wrong with it
     * @param failed what of it was asked for
     */
    void print(List<Repairing.Result> results, boolean written, int others, int unverified, List<NotVerified> failed) {
        for (Repairing.Result each : results) {
            line(head(each.finding()));
            switch (each) {
                case Repairing.Result.Patched patched -> patched(patched, written);
                case Repairing.Result.Told told -> {
                    commands(told).forEach(command -> line("  run: " + command));
                    remark(told.commands().remark());
                }
                case Repairing.Result.Left left -> line("  by hand: " + left.why());
            }
            line("");
        }
        line(summary(results, written, others, unverified));
        failed.stream()
                .map(each -> "not verified: " + each.why() + (each.hint().isEmpty() ? "" : "\n  next: " + each.hint()))
                .distinct()
                .limit(REASONS_SHOWN)
                .forEach(this::line);
        if (!written && !values && results.stream().anyMatch(this::hides)) {
            line("Values around the changes are hidden; with --show-values the patches are what `git apply` takes.");
        }
    }

    /** Tells what a new secret takes. */
    void scaffold(Repairing.Result result, boolean written) {
        switch (result) {
            case Repairing.Result.Patched patched -> {
                patched(patched, written);
                line("");
                line("The secret has no value yet: give it one after `terraform apply` and before the deploy that"
                        + " needs it.");
            }
            case Repairing.Result.Told told -> commands(told).forEach(this::line);
            case Repairing.Result.Left left -> line("Nothing is offered. " + left.why());
        }
    }

    /** As they are typed where the user is. */
    private Stream<String> commands(Repairing.Result.Told told) {
        Path working = console.directory();
        Path repository = Directories.repository(working, working);
        return told.commands().commands().stream().map(each -> each.typedIn(working, repository));
    }

    private boolean hides(Repairing.Result result) {
        return result instanceof Repairing.Result.Patched patched
                && patched.after().texts().keySet().stream()
                        .anyMatch(each -> !text(patched, each, true).equals(text(patched, each, false)));
    }

    private static String head(Finding finding) {
        String place = finding.place() instanceof Place.InFile(var span) ? "  " + span : "";
        String title = finding.name().isEmpty() ? finding.service() : finding.name();
        String container = finding.container().isEmpty() ? "" : " in " + finding.container();
        return "%s[%s] %s%s%s"
                .formatted(finding.severity().name().toLowerCase(Locale.ROOT), finding.rule(), title, container, place);
    }

    private void patched(Repairing.Result.Patched patched, boolean written) {
        patched.patches().forEach(each -> line("  " + each.what()));
        patched.patches().stream().map(Patch::remark).distinct().forEach(this::remark);
        if (!written) {
            for (Path each : patched.after().texts().sequencedKeySet()) {
                text(patched, each, values).lines().map(RepairText::harmless).forEach(console.out()::println);
            }
        }
    }

    private static String text(Repairing.Result.Patched patched, Path path, boolean values) {
        SourceFile old = patched.before().read(path).orElseGet(() -> SourceFile.unread(path.toString()));
        SourceFile now = patched.after().read(path).orElse(old);
        return new UnifiedPatch(old, now, values).text();
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

    private static String summary(List<Repairing.Result> results, boolean written, int others, int unverified) {
        long patches = results.stream()
                .filter(Repairing.Result.Patched.class::isInstance)
                .count();
        long commands =
                results.stream().filter(Repairing.Result.Told.class::isInstance).count();
        long left = results.size() - patches - commands;
        String next = patches == 0 || written ? "" : " (--write)";
        String besides = others == 0 ? "" : " · %d not looked at (--severity note)".formatted(others);
        String unseen = unverified == 0 ? "" : " · %d not verified (envgate check tells what)".formatted(unverified);
        return "%d proven %s%s · %d to run · %d by hand%s%s"
                .formatted(patches, patches == 1 ? "patch" : "patches", next, commands, left, besides, unseen);
    }

    private void line(String text) {
        console.out().println(text.lines().map(Escape::terminal).collect(Collectors.joining("\n")));
    }
}
