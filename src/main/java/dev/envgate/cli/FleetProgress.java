package dev.envgate.cli;

import dev.envgate.fleet.Entry;
import dev.envgate.policy.Verdict;

/** Says on standard error how far a fleet has got: at a terminal in one line that changes, elsewhere at each tenth. */
final class FleetProgress implements AutoCloseable {
    private final Console console;
    private final int all;
    private int done;
    private int closed;
    private int unread;
    private String line = "";

    /** {@code done} of them are finished already. */
    FleetProgress(Console console, int all, int done) {
        this.console = console;
        this.all = all;
        this.done = done;
    }

    synchronized void finished(Entry entry) {
        int tenth = tenth();
        done++;
        closed += entry.decision() == Verdict.Decision.FAIL ? 1 : 0;
        unread += entry.unread().isEmpty() ? 0 : 1;
        if (console.terminal()) {
            show("\r" + text() + " ".repeat(Math.max(0, line.length() - text().length())));
        } else if (tenth() > tenth && all >= 10) {
            show(text() + "\n");
        }
        line = text();
    }

    private int tenth() {
        return all == 0 ? 0 : 10 * done / all;
    }

    private String text() {
        return "envgate: %,d of %,d judged, %,d closed, %,d not readable".formatted(done, all, closed, unread);
    }

    private void show(String text) {
        console.err().print(text);
        console.err().flush();
    }

    @Override
    public synchronized void close() {
        if (console.terminal() && !line.isEmpty()) {
            show("\r" + " ".repeat(line.length()) + "\r");
        }
    }
}
