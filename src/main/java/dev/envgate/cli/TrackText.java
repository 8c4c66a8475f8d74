package dev.envgate.cli;

import dev.envgate.report.Diagnostic;
import dev.envgate.report.Style;
import dev.envgate.text.Escape;
import dev.envgate.track.Account;
import dev.envgate.track.Failure;
import dev.envgate.track.Kept;
import dev.envgate.track.Step;
import dev.envgate.track.Work;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tells a person what was done about follow-ups, or would be. */
record TrackText(Console console, Style style) {
    void print(Account account) {
        line("envgate: follow-ups in %s, %s".formatted(account.place(), account.tracker()));
        List<Work.Result> shown =
                account.results().stream().filter(TrackText::tells).toList();
        if (!shown.isEmpty()) {
            line("");
        }
        shown.forEach(each -> result(each, account));
        line("");
        line(summary(account));
        if (account.beyond() > 0) {
            line("%s no follow-up, because of `--limit`; the next run makes more."
                    .formatted(account.beyond() == 1 ? "1 finding has" : account.beyond() + " findings have"));
        }
        if (!account.write()
                && account.results().stream().anyMatch(each -> each.step().writes())) {
            line("Nothing was written; `--write` does it.");
        }
        for (Failure each : account.failures()) {
            console.err().print(new Diagnostic(style).of(each.why(), each.hint()));
        }
    }

    private static boolean tells(Work.Result result) {
        return result.step().writes() || result.step() instanceof Step.Leave;
    }

    private void result(Work.Result result, Account account) {
        String issue = switch (result) {
            case Work.Result.Done(Step _, Kept kept) -> kept.shown();
            case Work.Result.Planned _, Work.Result.Failed _, Work.Result.NotDone _ ->
                result.step() instanceof Step.OfKept of ? of.kept().shown() : "";
        };
        line("  %-14s %-8s %s"
                .formatted(verb(result), issue, subject(result.step()))
                .stripTrailing());
        if (result instanceof Work.Result.Done(Step _, Kept kept) && result.step() instanceof Step.Create) {
            remark(kept.address());
        }
        if (result.step() instanceof Step.Leave(Kept _, String why)) {
            remark(why + ".");
        }
        if (result instanceof Work.Result.Failed(Step _, Failure failure)) {
            remark(failure.why());
        }
        if (!account.seen() && result.step() instanceof Step.Create) {
            remark("whether it exists is not known");
        }
    }

    private void remark(String text) {
        if (!text.isEmpty()) {
            line(" ".repeat(26) + text.replaceFirst("\\.\\.$", "."));
        }
    }

    private static String verb(Work.Result result) {
        String base = switch (result.step()) {
            case Step.Create _ -> "create";
            case Step.Update _ -> "update";
            case Step.Close _ -> "close";
            case Step.Reopen _ -> "reopen";
            case Step.InStep _ -> "in step";
            case Step.Elsewhere _ -> "not looked at";
            case Step.Leave _ -> "left alone";
        };
        return switch (result) {
            case Work.Result.Planned _ -> result.step().writes() ? "would " + base : base;
            case Work.Result.Done _ -> base + (base.endsWith("e") ? "d" : "ed");
            case Work.Result.Failed _ -> "failed: " + base;
            case Work.Result.NotDone _ -> "not done: " + base;
        };
    }

    private static String subject(Step step) {
        return step.subject().title() + " (" + step.subject().rule() + ")";
    }

    private static String summary(Account account) {
        String counted = Stream.of(
                        count(account, "to create", Step.Create.class),
                        count(account, "to update", Step.Update.class),
                        count(account, "to close", Step.Close.class),
                        count(account, "to reopen", Step.Reopen.class),
                        done(account, "created", Step.Create.class),
                        done(account, "updated", Step.Update.class),
                        done(account, "closed", Step.Close.class),
                        done(account, "reopened", Step.Reopen.class),
                        failed(account),
                        count(account, "left alone", Step.Leave.class),
                        count(account, "in step", Step.InStep.class),
                        count(account, "of what this run is not about", Step.Elsewhere.class))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(", "));
        return counted.isEmpty() ? nothing(account) : counted + ".";
    }

    private static String nothing(Account account) {
        return account.seen()
                ? "Nothing is to be followed up."
                : "No finding is to be followed up; whether a follow-up is open could not be seen.";
    }

    private static String count(Account account, String words, Class<? extends Step> sort) {
        return counted(account, words, each -> each instanceof Work.Result.Planned && sort.isInstance(each.step()));
    }

    private static String done(Account account, String words, Class<? extends Step> sort) {
        return counted(account, words, each -> each instanceof Work.Result.Done && sort.isInstance(each.step()));
    }

    private static String failed(Account account) {
        return counted(
                account, "not done", each -> each instanceof Work.Result.Failed || each instanceof Work.Result.NotDone);
    }

    private static String counted(Account account, String words, Predicate<Work.Result> which) {
        long count = account.results().stream().filter(which).count();
        return count == 0 ? "" : count + " " + words;
    }

    private void line(String text) {
        console.out().println(Escape.terminal(text));
    }
}
