package dev.envgate.report;

import dev.envgate.ledger.StoppedTask;
import dev.envgate.text.Escape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Why tasks stopped, for a person: the cause and the next action of each message. A message that is not known is shown as it is. */
public record StopReport(List<StoppedTask> tasks, Function<String, Optional<Cause>> causes) {
    public StopReport {
        tasks = List.copyOf(tasks);
    }

    /** Of a message alone. */
    public static StopReport of(String message, Function<String, Optional<Cause>> causes) {
        return new StopReport(List.of(new StoppedTask("", "", List.of(new StoppedTask.Reason("", message)))), causes);
    }

    /** Whether every task has a message whose cause is known. */
    public boolean known() {
        return tasks.stream()
                .allMatch(task -> task.reasons().stream()
                        .anyMatch(reason -> causes.apply(reason.message()).isPresent()));
    }

    /** Tasks that stopped for the same reasons are shown together. */
    public String text(Style style) {
        Map<List<StoppedTask.Reason>, List<StoppedTask>> same = new LinkedHashMap<>();
        tasks.forEach(task ->
                same.computeIfAbsent(task.reasons(), _ -> new ArrayList<>()).add(task));
        StringBuilder text = new StringBuilder();
        same.forEach((reasons, stopped) -> {
            text.append(title(style, stopped));
            text.append(reasons.isEmpty() ? "  ECS says nothing of why.\n" : "");
            reasons.stream().flatMap(reason -> lines(style, reason)).forEach(text::append);
        });
        return text.toString();
    }

    private static String title(Style style, List<StoppedTask> tasks) {
        StoppedTask first = tasks.getFirst();
        if (first.id().isEmpty()) {
            return "";
        }
        String more = tasks.size() == 1 ? "" : " and " + (tasks.size() - 1) + " more";
        return style.in(Style.Ink.BOLD, Escape.terminal("task " + first.id()) + more)
                + Escape.terminal(style.dot() + first.revision())
                + "\n";
    }

    private Stream<String> lines(Style style, StoppedTask.Reason reason) {
        String of = reason.container().isEmpty() ? "" : reason.container() + ": ";
        return causes.apply(reason.message())
                .map(cause -> Stream.of(
                        "  " + style.in(Style.Ink.RED, cause.rule().isEmpty() ? "cause" : cause.rule()) + "  "
                                + Escape.terminal(of + cause.sentence()) + "\n",
                        "  next: " + Escape.terminal(Diagnostic.next(cause.hint())) + "\n",
                        cause.rule().isEmpty() ? "" : "  more: envgate rules " + cause.rule() + "\n"))
                .orElseGet(() -> Stream.of(
                        "  " + style.in(Style.Ink.YELLOW, "not known") + "  "
                                + Escape.terminal(
                                        of + "envgate does not know what this message means: " + reason.message())
                                + "\n",
                        "  next: read the log of the container and the events of the service.\n"));
    }
}
