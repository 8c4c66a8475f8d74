package dev.envgate.ledger;

import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.Optional;

/** One line of an environment file, as dotenv would read it and as ECS does. */
record EnvFileLine(int number, String name, String value) {
    /** What ECS makes of a line otherwise than it looks; no value is part of it. */
    static Optional<EnvFile.Oddity> oddity(int number, String line) {
        int sign = line.indexOf('=');
        if (line.isBlank() || (sign < 0 && line.strip().startsWith("#"))) {
            return Optional.empty();
        }
        return sign < 0
                ? Optional.of(new EnvFile.Oddity(number, "", false, "has no `=`, so ECS skips it"))
                : new EnvFileLine(number, line.substring(0, sign), line.substring(sign + 1)).oddity();
    }

    /** What stands before the {@code =} of a line; the whole line where there is none. */
    static Span name(SourceFile file, int line) {
        String text = file.lineText(line);
        int sign = text.indexOf('=');
        int start = file.lineStart(line);
        return file.span(start, start + (sign < 0 ? text.length() : sign));
    }

    private Optional<EnvFile.Oddity> oddity() {
        if (name.strip().startsWith("#")) {
            return odd("begins with a blank, so it is no comment and makes a variable");
        }
        if (name.startsWith("\uFEFF")) {
            return lost(name.substring(1), "begins with a byte order mark, which becomes part of the name");
        }
        if (name.isBlank()) {
            return odd("has no name before the `=`");
        }
        if (name.strip().matches("export\\s.*")) {
            return lost(
                    name.strip().substring("export".length()).strip(),
                    "begins with `export`, which becomes part of the name");
        }
        return name.equals(name.strip())
                ? inValue()
                : lost(name.strip(), "has blanks around the name, which become part of it");
    }

    private Optional<EnvFile.Oddity> inValue() {
        if (quoted('"') || quoted('\'')) {
            return spoilt("has quotes around the value, which become part of it");
        }
        if (value.startsWith(" ") || value.startsWith("\t")) {
            return spoilt("has a blank before the value, which becomes part of it");
        }
        return value.contains(" #") || value.contains("\t#")
                ? spoilt("has a `#` after the value, which becomes part of it with all that follows")
                : Optional.empty();
    }

    private boolean quoted(char quote) {
        String stripped = value.strip();
        return stripped.length() > 1 && stripped.charAt(0) == quote && stripped.charAt(stripped.length() - 1) == quote;
    }

    private Optional<EnvFile.Oddity> odd(String why) {
        return Optional.of(new EnvFile.Oddity(number, "", false, why));
    }

    private Optional<EnvFile.Oddity> lost(String meant, String why) {
        return Optional.of(new EnvFile.Oddity(number, meant, true, why));
    }

    private Optional<EnvFile.Oddity> spoilt(String why) {
        return Optional.of(new EnvFile.Oddity(number, name, false, why));
    }
}
