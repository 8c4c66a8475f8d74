package dev.envgate.hcl;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
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
        Lexer lexer = new Lexer(file);
        try {
            return new Parsed<>(wholeExpression(lexer), List.of());
        } catch (SyntaxError error) {
            return new Parsed<>(new Expression.NullLiteral(file.all()), List.of(error.problem()));
        }
    }

    private static Expression wholeExpression(Lexer lexer) {
        lexer.newlines(false);
        lexer.advance();
        Expression expression = new ExpressionParser(lexer, new Nesting()).expression();
        if (!lexer.at(Token.END_OF_FILE)) {
            throw new Complaints(lexer).afterExpression();
        }
        return expression;
    }

    /** Reads a text that is a template as a whole, as the file of {@code templatefile}. */
    public static Parsed<Expression.Template> parseTemplate(SourceFile file) {
        try {
            return new Parsed<>(
                    new ExpressionParser(new Lexer(file), new Nesting()).templates().file(), List.of());
        } catch (SyntaxError error) {
            List<Problem> problems = List.of(error.problem());
            return new Parsed<>(new Expression.Template(List.of(), file.all()), problems);
        }
    }
}
