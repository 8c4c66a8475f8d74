package dev.envgate.source;

import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Reader;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Searches files that hold settings: YAML, properties, XML, templates.
 *
 * @param form how a placeholder gives a default
 */
record TextSearch(Placeholders.Form form) implements Search {
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|[ \\t])#[^\\n]*");
    private static final Pattern SYMFONY = Pattern.compile("%env\\(((?:[a-z_]+:)*)([A-Z_][A-Z0-9_]*)\\)%");
    private static final Pattern WORKFLOW = Pattern.compile("\\$\\{\\{[^}\\n]{0,400}\\}\\}");
    private static final Pattern CONTEXT = Pattern.compile("\\b(?:secrets|vars|env)\\.([A-Za-z_]\\w*)");
    private static final Pattern SERVERLESS = Pattern.compile("\\$\\{env:([A-Z_][A-Z0-9_]*)(,?)");
    private static final Pattern BLOCK = Pattern.compile("(?m)^([ \\t]*)(?:- )?environment:[ \\t]*\\r?$");
    private static final Pattern ITEM = Pattern.compile(
            "(?m)^([ \\t]+)(?:- *[\"']?)?([A-Z_][A-Z0-9_]*)(?:[\"']?[ \\t]*([:=])[ \\t]*([^\\n\\r]*?))?[\"']?[ \\t]*\\r?$");

    @Override
    public void in(Scan scan) {
        if (scan.text().indexOf('$') < 0
                && !scan.text().contains("%env(")
                && !scan.text().contains("environment:")) {
            return;
        }
        String text = uncommented(scan.text());
        symfony(text, 0, scan);
        switch (form) {
            case COLON -> new Placeholders(form, text, 0, scan).find();
            case SHELL -> tools(text, scan);
        }
    }

    /** What Compose, workflows and other tools put in while they read the file. */
    private static void tools(String text, Scan scan) {
        Scan tools = scan.by(Reader.TOOLING);
        new Placeholders(Placeholders.Form.SHELL, WORKFLOW.matcher(text).replaceAll(TextSearch::blank), 0, tools)
                .find();
        WORKFLOW.matcher(text).results().forEach(each -> matches(CONTEXT, each.group(), each.start(), tools));
        matches(SERVERLESS, text, 0, tools);
        blocks(text, tools);
        scan.reads().addAll(tools.reads());
    }

    @Override
    public List<Tokens> code(String text) {
        return new Lexer(Dialect.TEXT, uncommented(text)).streams();
    }

    static String uncommented(String text) {
        return COMMENT.matcher(text)
                .replaceAll(comment -> comment.group(1) + " ".repeat(comment.end() - comment.end(1)));
    }

    private static String blank(java.util.regex.MatchResult match) {
        return " ".repeat(match.end() - match.start());
    }

    private static void matches(Pattern pattern, String text, int offset, Scan scan) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int start = offset + matcher.start(1);
            scan.read(matcher.group(1), start, offset + matcher.end(1), Fallback.NONE, Certainty.WRITTEN);
        }
    }

    /** @param offset where the text begins in the file */
    static void symfony(String text, int offset, Scan scan) {
        Matcher matcher = SYMFONY.matcher(text);
        while (matcher.find()) {
            boolean given = matcher.group(1).contains("default:");
            scan.read(
                    matcher.group(2),
                    offset + matcher.start(2),
                    offset + matcher.end(2),
                    given ? Fallback.USABLE : Fallback.FAILS,
                    Certainty.WRITTEN);
        }
    }

    /** The names below {@code environment:}: passed through where they have no value, given one where they have. */
    private static void blocks(String text, Scan scan) {
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            int indent = block.group(1).length();
            Matcher item = ITEM.matcher(text);
            int at = Math.min(text.length(), block.end() + 1);
            while (at < text.length()
                    && item.find(at)
                    && text.substring(at, item.start()).isBlank()
                    && item.group(1).length() > indent) {
                item(item, scan);
                at = Math.min(text.length(), item.end() + 1);
            }
        }
    }

    private static void item(Matcher item, Scan scan) {
        String value = item.start(4) < 0 ? "" : item.group(4);
        boolean passed = item.start(3) < 0 || (value.isEmpty() && item.group(3).equals(":"));
        Fallback fallback =
                passed ? Fallback.NONE : value.isEmpty() || value.equals("\"\"") ? Fallback.EMPTY : Fallback.USABLE;
        scan.read(item.group(2), item.start(2), item.end(2), fallback, Certainty.WRITTEN);
    }
}
