package dev.envgate.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.envgate.ledger.Place;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** How all JSON of envgate is written: indented by two blanks, fields in a fixed order, a line feed at the end. */
final class Json {
    static final int SCHEMA_VERSION = 1;

    private static final JsonFactory FACTORY = new JsonFactory();

    private Json() {}

    /** What is written into a generator. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator json) throws IOException;
    }

    static String text(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string cannot fail to be written to", e);
        }
        return Escape.json(text.append('\n').toString());
    }

    /** {@code file} and {@code line}, where there is a file. */
    static void place(JsonGenerator json, Place place) throws IOException {
        if (place instanceof Place.InFile file) {
            json.writeStringField("file", file.span().file().path());
            json.writeNumberField("line", file.span().line());
        }
    }
}
