package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;

/** Reads the HCL native syntax as its public specification has it: what Terraform accepts is accepted, and nothing else. */
public final class HclParser {
    private HclParser() {}

    /** Reads a file of attributes and blocks; behind an error it goes on with the next item. */
    public static Parsed<Body> parseFile(SourceFile file) {
        return new BodyParser(new Lexer(file)).file();
    }

    /** Reads a text that is one expression and nothing else, as the value of {@code --var}. */
    public static Parsed<Expression> parseExpression(SourceFile file) {
        return parse(new Lexer(file), file.all());
    }

    /**
     * The expression that a string holds as its text. Terraform never evaluates {@code type}, {@code depends_on}, {@code ignore_changes}
     * and {@code provider}, and takes them quoted too: in JSON always, in the native syntax from old files.
     *
     * @return the value itself when it is no string, or one with sequences or escapes in it
     */
    public static Parsed<Expression> unquoted(Expression value) {
        return value instanceof Expression.Template template
                        && template.parts().size() == 1
                        && template.parts().getFirst() instanceof TemplatePart.Text text
                        && text.text().length()
                                == text.span().end() - text.span().start()
                ? parsePart(text)
                : new Parsed<>(value, List.of());
    }

    private static Parsed<Expression> parsePart(TemplatePart.Text text) {
        Span span = text.span();
        return parse(new Lexer(span.file(), text.text(), new Places.Shifted(span.start())), span);
    }

    private static Parsed<Expression> parse(Lexer lexer, Span whole) {
        try {
            return new Parsed<>(wholeExpression(lexer), List.of());
        } catch (SyntaxError error) {
            return new Parsed<>(new Expression.NullLiteral(whole), List.of(error.problem()));
        }
    }

    private static Expression wholeExpression(Lexer lexer) {
        lexer.ignoreNewlines();
        lexer.advance();
        Expression expression = new ExpressionParser(lexer, new Nesting()).expression();
        if (!lexer.at(Token.END_OF_FILE)) {
            throw new Complaints(lexer).afterExpression();
        }
        return expression;
    }

    /** Reads a text that is a template as a whole, as the file of {@code templatefile}. */
    public static Parsed<Expression.Template> parseTemplate(SourceFile file) {
        return parseTemplate(new Lexer(file));
    }

    /** Reads a known string that is a template; what is in it keeps its own place. */
    public static Parsed<Expression.Template> parseTemplate(Value.Str text) {
        return parseTemplate(KnownText.of(text).lexer().orElseGet(() -> new Lexer(beginningWith(text))));
    }

    /** A text whose parts stand in several files is shown as one that begins where the first of them does. */
    private static SourceFile beginningWith(Value.Str text) {
        Span first = TakenOut.pieces(text).stream()
                .filter(Value.Piece.Known.class::isInstance)
                .map(piece -> ((Value.Piece.Known) piece).origin().born())
                .findFirst()
                .orElse(text.origin().born());
        return first.file().inside(text.text(), first.line());
    }

    private static Parsed<Expression.Template> parseTemplate(Lexer lexer) {
        try {
            return new Parsed<>(
                    new ExpressionParser(lexer, new Nesting()).templates().file(), List.of());
        } catch (SyntaxError error) {
            List<Problem> problems = List.of(error.problem());
            return new Parsed<>(new Expression.Template(List.of(), lexer.file().all()), problems);
        }
    }
}
