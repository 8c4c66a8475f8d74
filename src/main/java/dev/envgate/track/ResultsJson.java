package dev.envgate.track;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What became of follow-ups, for machines, in the published schema {@code docs/schema/track.json}. */
public record ResultsJson(Account account) {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final int SCHEMA_VERSION = 1;

    public String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            account(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return Escape.json(text.append('\n').toString());
    }

    private void account(JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schemaVersion", SCHEMA_VERSION);
        json.writeStringField("tracker", account.tracker());
        json.writeStringField("place", account.place());
        json.writeBooleanField("write", account.write());
        json.writeBooleanField("seen", account.seen());
        json.writeArrayFieldStart("steps");
        for (Work.Result each : account.results()) {
            json.writeStartObject();
            result(json, each);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeNumberField("beyondLimit", account.beyond());
        json.writeArrayFieldStart("failures");
        for (Failure each : account.failures()) {
            json.writeStartObject();
            json.writeStringField("why", each.why());
            json.writeStringField("hint", each.hint());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void result(JsonGenerator json, Work.Result result) throws IOException {
        Step step = result.step();
        json.writeStringField("action", action(step));
        json.writeStringField("outcome", outcome(result));
        json.writeStringField("fingerprint", step.fingerprint());
        given(json, "rule", step.subject().rule());
        given(json, "environment", step.subject().environment());
        given(json, "service", step.subject().service());
        given(json, "container", step.subject().container());
        given(json, "name", step.subject().name());
        if (result instanceof Work.Result.Done(Step _, Kept kept)) {
            kept(json, kept);
        } else if (step instanceof Step.OfKept of) {
            kept(json, of.kept());
        }
        if (step instanceof Step.Leave(Kept _, String why)) {
            json.writeStringField("why", why);
        }
        if (result instanceof Work.Result.Failed(Step _, Failure failure)) {
            json.writeStringField("why", failure.why());
        }
    }

    private static void kept(JsonGenerator json, Kept kept) throws IOException {
        json.writeStringField("issue", kept.shown());
        given(json, "address", kept.address());
    }

    private static void given(JsonGenerator json, String field, String text) throws IOException {
        if (!text.isEmpty()) {
            json.writeStringField(field, text);
        }
    }

    private static String action(Step step) {
        return switch (step) {
            case Step.Create _ -> "create";
            case Step.Update _ -> "update";
            case Step.Close _ -> "close";
            case Step.Reopen _ -> "reopen";
            case Step.InStep _ -> "in-step";
            case Step.Elsewhere _ -> "elsewhere";
            case Step.Leave _ -> "leave";
        };
    }

    private static String outcome(Work.Result result) {
        return switch (result) {
            case Work.Result.Planned _ -> "planned";
            case Work.Result.Done _ -> "done";
            case Work.Result.Failed _ -> "failed";
            case Work.Result.NotDone _ -> "not-done";
        };
    }
}
