package dev.envgate.cli;

import dev.envgate.report.Diagnostic;
import dev.envgate.report.Style;
import dev.envgate.text.Escape;
import dev.envgate.track.Delivery;
import dev.envgate.track.Failure;
import dev.envgate.track.Outcome;
import dev.envgate.track.Webhook;
import java.net.URI;

/** A report on its way to a webhook, and what a person is told of it: of the address only the host, because the rest may be a key. */
record Dispatch(Console console, ShowCommand.Format format, URI address, Delivery delivery, int findings) {
    void planned() {
        say("planned", "would send");
    }

    void print(Outcome<Integer> outcome, Style style) {
        switch (outcome) {
            case Outcome.Got<Integer> _ -> say("done", "sent");
            case Outcome.Failed<Integer>(Failure failure) -> {
                say("failed", "could not send");
                console.err().print(new Diagnostic(style).of(failure.why(), failure.hint()));
            }
        }
    }

    private void say(String outcome, String words) {
        if (format == ShowCommand.Format.json) {
            console.out().print(delivery.json(Webhook.shown(address), outcome, findings));
        } else {
            console.out()
                    .println(Escape.terminal("envgate: %s the report with %s to %s."
                            .formatted(
                                    words,
                                    findings == 1 ? "1 finding" : findings + " findings",
                                    Webhook.shown(address))));
            if (outcome.equals("planned")) {
                console.out().println("Nothing was sent; `--write` does it.");
            }
        }
    }
}
