package dev.envgate.source;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds names that stand in the code without the environment being seen to be read there: handed to a function of the application's own,
 * or in a language that is not known. What is said in comments, documents, examples and Terraform is no mention.
 */
record Mentions(Set<Name> names) {
    private static final Pattern NO_CODE = Pattern.compile(
            "(?i).*\\.(?:md|mdx|txt|rst|adoc|tf|tfvars|tofu|hcl|csv|tsv|svg|po|pot|log|snap|html?|css|scss|sample|example)|.*\\.?env(?:\\..*|rc)?|license|changelog.*|codeowners|\\.git.*|\\.dockerignore");

    private static final String TASK_DEFINITION = "\"containerDefinitions\"";

    Mentions {
        names = Set.copyOf(names);
    }

    /** A text to look into, and what sort of file it is. */
    record Text(SourceFile file, Optional<Kind> kind) {}

    static boolean mayHold(Path file) {
        return !NO_CODE.matcher(String.valueOf(file.getFileName())).matches();
    }

    List<CodeRead> in(Stream<Text> texts) {
        return texts.flatMap(this::in).toList();
    }

    private Stream<CodeRead> in(Text text) {
        if (text.kind().isEmpty() && text.file().text().contains(TASK_DEFINITION)) {
            return Stream.of();
        }
        List<Name> written = names.stream()
                .filter(name -> at(text.file().text(), name.text()) >= 0)
                .toList();
        if (written.isEmpty()) {
            return Stream.of();
        }
        Scan scan = new Scan(text.file(), Reader.ELSEWHERE);
        text.kind().ifPresentOrElse(kind -> code(kind, written, scan), () -> plain(written, scan));
        return scan.reads().stream();
    }

    private static void plain(List<Name> written, Scan scan) {
        for (Name name : written) {
            int at = at(scan.text(), name.text());
            scan.mentioned(name.text(), at, at + name.text().length());
        }
    }

    private static void code(Kind kind, List<Name> written, Scan scan) {
        for (Tokens tokens : kind.search().code(scan.text())) {
            for (int i = 0; i < tokens.size(); i++) {
                for (Name name : written) {
                    token(tokens.at(i), name.text(), scan);
                }
            }
        }
    }

    private static void token(Token token, String name, Scan scan) {
        if (at(token.text(), name) >= 0 || at(token.tail(), name) >= 0) {
            scan.mentioned(name, token.start(), token.end());
        }
    }

    /** Where a name stands as a word of its own; -1 when it does not. */
    private static int at(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0 && (letter(text, at - 1) || letter(text, at + name.length()))) {
            at = text.indexOf(name, at + 1);
        }
        return at;
    }

    private static boolean letter(String text, int index) {
        return index >= 0
                && index < text.length()
                && (text.charAt(index) == '_' || Character.isLetterOrDigit(text.charAt(index)));
    }
}
