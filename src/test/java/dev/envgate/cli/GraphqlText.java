package dev.envgate.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A request in GraphQL, parsed: one operation, its variables, and its fields with their arguments. What is no GraphQL is refused. */
final class GraphqlText {
    private static final Pattern TOKEN =
            Pattern.compile("[\\s,]+|[_A-Za-z]\\w*|\\$[_A-Za-z]\\w*|-?\\d+|\"[^\"\\\\\\n]*\"|[{}()\\[\\]:!=]");

    private final List<String> tokens = new ArrayList<>();
    private int at;

    /**
     * One operation.
     *
     * @param sort query or mutation
     * @param variables their types by their names
     */
    record Operation(String sort, String name, Map<String, String> variables, List<Field> fields) {}

    /** A field; an argument is a text, a variable such as {@code $id}, or a map. */
    record Field(String name, Map<String, Object> arguments, List<Field> fields) {}

    private GraphqlText(String text) {
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (end < text.length()) {
            if (!token.find(end) || token.start() != end) {
                throw new IllegalArgumentException("no GraphQL at " + text.substring(end));
            }
            if (!token.group().replace(',', ' ').isBlank()) {
                tokens.add(token.group());
            }
            end = token.end();
        }
    }

    static Operation parse(String text) {
        GraphqlText parser = new GraphqlText(text);
        Operation operation = parser.operation();
        if (parser.at != parser.tokens.size()) {
            throw new IllegalArgumentException("something behind the operation");
        }
        return operation;
    }

    private Operation operation() {
        String sort = next("query|mutation");
        String name = next("[_A-Za-z]\\w*");
        Map<String, String> variables = new LinkedHashMap<>();
        if (sees("(")) {
            next("\\(");
            while (!sees(")")) {
                String variable = next("\\$\\w+").substring(1);
                next(":");
                variables.put(variable, next("[A-Z]\\w*") + (sees("!") ? next("!") : ""));
            }
            next("\\)");
        }
        return new Operation(sort, name, variables, fields());
    }

    private List<Field> fields() {
        List<Field> fields = new ArrayList<>();
        next("\\{");
        do {
            String name = next("[_A-Za-z]\\w*");
            Map<String, Object> arguments = sees("(") ? entries("(", ")") : Map.of();
            fields.add(new Field(name, arguments, sees("{") ? fields() : List.of()));
        } while (!sees("}"));
        next("\\}");
        return fields;
    }

    private Map<String, Object> entries(String begin, String end) {
        Map<String, Object> entries = new LinkedHashMap<>();
        next(Pattern.quote(begin));
        while (!sees(end)) {
            String key = next("[_A-Za-z]\\w*");
            next(":");
            entries.put(key, sees("{") ? entries("{", "}") : next("\\$\\w+|-?\\d+|true|false|\".*\""));
        }
        next(Pattern.quote(end));
        return entries;
    }

    private boolean sees(String token) {
        return at < tokens.size() && tokens.get(at).equals(token);
    }

    private String next(String form) {
        if (at >= tokens.size() || !tokens.get(at).matches(form)) {
            throw new IllegalArgumentException(
                    form + " was awaited, and not " + (at < tokens.size() ? tokens.get(at) : "the end"));
        }
        return tokens.get(at++);
    }
}
