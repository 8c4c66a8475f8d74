package dev.envgate.yaml;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/** Says in our words what the library found wrong, without a word of the file's text. */
record Complaint(SourceFile file) {
    static final String BOUND_HINT = "Write the configuration without such depth and without aliases of aliases.";

    Problem of(ReaderException e) {
        Span at = spanAt(Math.max(0, e.getPosition()));
        return new Problem(
                at,
                String.format(Locale.ROOT, "The character U+%04X is not allowed in YAML.", e.getCodePoint()),
                "Take it out, or write it as an escape in double quotes.");
    }

    Problem of(MarkedYamlEngineException e) {
        Span at = at(e.getProblemMark().or(e::getContextMark));
        if (at.text().equals("\t")) {
            return tab(at);
        }
        return endsInside(e) ? endsInside(at(e.getContextMark().or(e::getProblemMark))) : of(e, at);
    }

    private Span at(Optional<Mark> mark) {
        return mark.map(each -> spanAt(offset(each))).orElseGet(file::all);
    }

    private static boolean endsInside(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem());
        return problem.contains("end of stream")
                || problem.contains("stream end")
                || problem.contains("document separator");
    }

    private static Problem endsInside(Span at) {
        return new Problem(
                at, "What begins here is not closed before the file ends.", "Close the quotes or the bracket.");
    }

    private static Problem tab(Span at) {
        return new Problem(at, "A tab stands where YAML takes only blanks.", "Indent with blanks.");
    }

    private static Problem of(MarkedYamlEngineException e, Span at) {
        String problem = String.valueOf(e.getProblem());
        if (problem.contains("undefined alias")) {
            return new Problem(at, "The alias has no anchor before it.", "Define it with `&`, or write the value out.");
        }
        if (problem.contains("but found another document")) {
            return new Problem(at, "A second document begins here.", "Keep one document in the file.");
        }
        if (problem.contains("mapping values are not allowed")) {
            return new Problem(
                    at, "A colon stands where no key can be.", "Check the indentation, or put the text into quotes.");
        }
        if (problem.contains("escape")) {
            return new Problem(at, "The escape is none of YAML.", "Use single quotes for text with a backslash.");
        }
        if (problem.contains("cannot start any token")) {
            return new Problem(at, "No value can begin with this character.", "Put the text into quotes.");
        }
        return new Problem(
                at, "The file is not YAML from here on.", "Check the indentation, the quotes and the brackets.");
    }

    private Span spanAt(int offset) {
        return file.span(offset, Math.min(offset + 1, file.text().length()));
    }

    private int offset(Mark mark) {
        String text = file.text();
        return text.offsetByCodePoints(0, Math.min(mark.getIndex(), text.codePointCount(0, text.length())));
    }
}
