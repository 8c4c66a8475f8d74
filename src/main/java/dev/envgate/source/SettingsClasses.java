package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Python's settings classes of pydantic: each field is read from the variable of its name, with a prefix. */
final class SettingsClasses {
    private static final Set<String> NOT_FIELDS = Set.of("model_config", "Config");

    private static final Pattern CALLED_SO = Pattern.compile("\\w*Settings|\\w*EnvConfig|\\w*BaseEnv\\w*");

    private final Tokens tokens;
    private final Scan scan;
    private final Fallbacks fallbacks;
    private final Map<String, Body> classes = new HashMap<>();
    private final Set<String> settings = new HashSet<>(Set.of("BaseSettings"));

    SettingsClasses(Tokens tokens, Scan scan) {
        this.tokens = tokens;
        this.scan = scan;
        this.fallbacks = new Fallbacks(Idiom.PYTHON, tokens);
    }

    /**
     * A class.
     *
     * @param fields where its fields begin
     */
    private record Body(String name, List<String> bases, List<Integer> fields, String prefix, String delimiter) {}

    void search() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean begins = i == 0 || tokens.at(i - 1).kind() == Token.Kind.LINE;
            if (begins && tokens.word(i, "class") && tokens.at(i + 1).word()) {
                Body body = body(i);
                classes.put(body.name(), body);
                if (body.bases().stream().anyMatch(this::ofSettings)) {
                    settings.add(body.name());
                    body.fields().forEach(field -> field(body, field));
                }
            }
        }
    }

    /** A class that is not in the file is taken for one of settings when it is called so. */
    private boolean ofSettings(String base) {
        return settings.contains(base)
                || (!classes.containsKey(base) && CALLED_SO.matcher(base).matches());
    }

    private Body body(int keyword) {
        List<String> bases = new ArrayList<>();
        int close = tokens.sign(keyword + 2, "(") ? tokens.close(keyword + 2) : keyword + 1;
        for (int i = keyword + 3; i < close; i++) {
            bases.add(tokens.at(i).text());
        }
        int first = close + 1;
        while (first < tokens.size() && tokens.at(first).kind() != Token.Kind.LINE) {
            first++;
        }
        return new Reach(keyword, first).body(tokens.at(keyword + 1).text(), bases);
    }

    /** The lines of a class. */
    private final class Reach {
        private final int first;
        private final int outer;
        private final List<Integer> fields = new ArrayList<>();
        private int inner = -1;
        private String prefix = "";
        private String delimiter = "";

        Reach(int keyword, int first) {
            this.first = first;
            this.outer = indent(keyword);
        }

        private int indent(int of) {
            for (int i = of; i >= 0; i--) {
                if (tokens.at(i).kind() == Token.Kind.LINE) {
                    return tokens.at(i).text().length();
                }
            }
            return 0;
        }

        Body body(String name, List<String> bases) {
            for (int i = first; i < tokens.size(); i++) {
                boolean line = tokens.at(i).kind() == Token.Kind.LINE;
                boolean filled = line && tokens.at(i + 1).kind() != Token.Kind.LINE && i + 1 < tokens.size();
                if (filled && tokens.at(i).text().length() <= outer) {
                    break;
                }
                if (filled) {
                    line(i);
                }
                option(i);
            }
            return new Body(name, bases, List.copyOf(fields), prefix, delimiter);
        }

        private void line(int at) {
            int indent = tokens.at(at).text().length();
            inner = inner < 0 ? indent : inner;
            boolean field = tokens.at(at + 1).word() && tokens.sign(at + 2, ":") && indent == inner;
            if (field
                    && !NOT_FIELDS.contains(tokens.at(at + 1).text())
                    && !tokens.at(at + 1).text().startsWith("_")) {
                fields.add(at + 1);
            }
        }

        private void option(int i) {
            boolean text = (tokens.sign(i + 1, "=") || tokens.sign(i + 1, ":")) && tokens.string(i + 2);
            boolean key = tokens.at(i).word() || tokens.string(i);
            if (text && key && tokens.at(i).text().equals("env_prefix")) {
                prefix = tokens.at(i + 2).text();
            } else if (text && key && tokens.at(i).text().equals("env_nested_delimiter")) {
                delimiter = tokens.at(i + 2).text();
            }
        }
    }

    private void field(Body body, int field) {
        if (tokens.word(field + 2, "ClassVar")) {
            return;
        }
        int value = value(field);
        boolean declared =
                value > 0 && tokens.word(value, Set.of("Field", "SettingsConfigDict")) && tokens.sign(value + 1, "(");
        Fallback fallback = declared ? declared(value + 1) : value > 0 ? fallbacks.operand(value) : Fallback.FAILS;
        List<Token> aliases = declared ? aliases(value + 1) : List.of();
        aliases.forEach(alias -> alias(alias, aliases, fallback));
        if (aliases.isEmpty()) {
            Token name = tokens.at(field);
            String full = body.prefix() + name.text();
            scan.derived(PythonCustom.upper(full), name, nested(body, field) ? Fallback.USABLE : fallback);
            nestedFields(body, field, full);
        }
    }

    /** One of the names of a field; any of them gives it its value. */
    private void alias(Token alias, List<Token> all, Fallback fallback) {
        int before = scan.reads().size();
        scan.derived(alias.text(), alias, fallback);
        if (scan.reads().size() > before && all.size() > 1) {
            scan.instead(
                    before,
                    all.stream()
                            .map(Token::text)
                            .filter(each -> !each.equals(alias.text()))
                            .collect(Collectors.toSet()));
        }
    }

    /** Where the value of a field begins, on its line; -1 when it has none. */
    private int value(int field) {
        int i = field + 2;
        while (i < tokens.size() && tokens.at(i).kind() != Token.Kind.LINE) {
            if (tokens.sign(i, "=")) {
                return i + 1;
            }
            i = tokens.opens(i) ? tokens.close(i) + 1 : i + 1;
        }
        return -1;
    }

    private Fallback declared(int open) {
        int named = tokens.named(open, "default");
        int factory = tokens.named(open, "default_factory");
        boolean positional = !tokens.closes(open + 1) && !tokens.sign(open + 2, "=");
        int value = named > 0 ? named : positional ? open + 1 : -1;
        return factory > 0 ? Fallback.USABLE : value > 0 ? fallbacks.operand(value) : Fallback.FAILS;
    }

    private List<Token> aliases(int open) {
        for (String key : List.of("validation_alias", "alias", "env")) {
            int from = tokens.named(open, key);
            if (from > 0) {
                return IntStream.range(from, tokens.next(from))
                        .filter(tokens::string)
                        .mapToObj(tokens::at)
                        .toList();
            }
        }
        return List.of();
    }

    private boolean nested(Body body, int field) {
        return !body.delimiter().isEmpty()
                && classes.containsKey(tokens.at(field + 2).text());
    }

    private void nestedFields(Body body, int field, String full) {
        if (nested(body, field)) {
            type(field).fields().forEach(inner -> nestedField(full + body.delimiter(), inner));
        }
    }

    private void nestedField(String prefix, int field) {
        int value = value(field);
        scan.derived(
                PythonCustom.upper(prefix + tokens.at(field).text()),
                tokens.at(field),
                value > 0 ? fallbacks.operand(value) : Fallback.FAILS);
    }

    /** The class that a field is of; one without fields when the file does not have it. */
    private Body type(int field) {
        return classes.getOrDefault(tokens.at(field + 2).text(), new Body("", List.of(), List.of(), "", ""));
    }
}
