package dev.envgate.dotenv;

import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Unreadable;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads contract files: what they declare, and every line of them that cannot be read. Nothing in them is executed. */
public final class DotenvReader {
    private DotenvReader() {}

    /**
     * What was read of all files.
     *
     * @param problems of all files, in the order of the files and of their places
     */
    public record Result(Contract contract, List<Problem> problems) {
        public Result {
            problems = List.copyOf(problems);
        }
    }

    /** All declarations of all files, doubles included. */
    public static Result read(List<SourceFile> files) {
        List<Declaration> declarations = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (SourceFile file : files) {
            StatementParser parser = new StatementParser(file);
            List<Statement> statements = parser.parse();
            declarations.addAll(declarations(statements));
            problems.addAll(parser.problems());
            unreadable.addAll(new Unread(statements, parser.lost()).of(parser.problems()));
        }
        List<String> paths = files.stream().map(SourceFile::path).toList();
        return new Result(new Contract(paths, declarations, unreadable), problems);
    }

    private static List<Declaration> declarations(List<Statement> statements) {
        List<Passage> passages = Outline.of(statements);
        Set<String> names = passages.stream()
                .map(passage -> passage.assignment().name().text())
                .collect(Collectors.toUnmodifiableSet());
        return passages.stream()
                .map(passage -> new Meaning(passage, names).declaration())
                .toList();
    }
}
