package dev.envgate.hcl;

import dev.envgate.hcl.Expression.ObjectCons.Pair;
import dev.envgate.hcl.Expression.Operator;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the expressions of the HCL native syntax. */
final class ExpressionParser {
    private final Lexer lexer;
    private final Nesting nesting;
    private final Complaints complaints;
    private final TemplateParser templates;

    ExpressionParser(Lexer lexer, Nesting nesting) {
        this.lexer = lexer;
        this.nesting = nesting;
        this.complaints = new Complaints(lexer);
        this.templates = new TemplateParser(lexer, this, nesting);
    }

    TemplateParser templates() {
        return templates;
    }

    /** Reads one expression; the token after it is the lexer's. */
    Expression expression() {
        nesting.enter(lexer);
        int from = lexer.start();
        Expression condition = binary(0);
        Expression whole = lexer.at(Token.QUESTION) ? conditional(condition, from) : condition;
        nesting.leave();
        return whole;
    }

    private Expression conditional(Expression condition, int from) {
        int height = nesting.height();
        int question = lexer.start();
        lexer.advance();
        Expression whenTrue = expression();
        height = Math.max(height, nesting.height());
        if (!lexer.at(Token.COLON)) {
            throw complaints.noElseArm(question);
        }
        lexer.advance();
        Expression whenFalse = expression();
        Span span = lexer.since(from);
        nesting.above(Math.max(height, nesting.height()), span);
        return new Expression.Conditional(condition, whenTrue, whenFalse, span);
    }

    private Expression binary(int loosest) {
        int from = lexer.start();
        Expression left = unary();
        while (true) {
            int tightness = tightness(lexer.token());
            if (tightness < loosest) {
                return left;
            }
            Operator operator = operator(lexer.token());
            int height = nesting.height();
            lexer.advance();
            nesting.enter(lexer);
            Expression right = binary(tightness + 1);
            nesting.leave();
            Span span = lexer.since(from);
            nesting.above(Math.max(height, nesting.height()), span);
            left = new Expression.Binary(operator, left, right, span);
        }
    }

    private static int tightness(Token token) {
        return switch (token) {
            case OR -> 0;
            case AND -> 1;
            case EQUAL, NOT_EQUAL -> 2;
            case LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL -> 3;
            case PLUS, MINUS -> 4;
            case STAR, SLASH, PERCENT -> 5;
            default -> -1;
        };
    }

    private static Operator operator(Token token) {
        return switch (token) {
            case OR -> Operator.OR;
            case AND -> Operator.AND;
            case EQUAL -> Operator.EQUAL;
            case NOT_EQUAL -> Operator.NOT_EQUAL;
            case LESS -> Operator.LESS;
            case LESS_OR_EQUAL -> Operator.LESS_OR_EQUAL;
            case GREATER -> Operator.GREATER;
            case GREATER_OR_EQUAL -> Operator.GREATER_OR_EQUAL;
            case PLUS -> Operator.ADD;
            case MINUS -> Operator.SUBTRACT;
            case STAR -> Operator.MULTIPLY;
            case SLASH -> Operator.DIVIDE;
            default -> Operator.MODULO;
        };
    }

    private Expression unary() {
        return switch (lexer.token()) {
            case MINUS -> unary(Operator.NEGATE);
            case NOT -> unary(Operator.NOT);
            default -> steps(lexer.start(), term());
        };
    }

    private Expression unary(Operator operator) {
        int from = lexer.start();
        nesting.enter(lexer);
        lexer.advance();
        Expression operand = unary();
        nesting.leave();
        Span span = lexer.since(from);
        nesting.above(nesting.height(), span);
        return new Expression.Unary(operator, operand, span);
    }

    /** Everything that may follow a term: attributes, indexes, splats. */
    private Expression steps(int from, Expression term) {
        Expression reached = term;
        while (true) {
            if (lexer.at(Token.DOT)) {
                lexer.advance();
                reached = lexer.at(Token.STAR) ? attributeSplat(from, reached) : dotted(from, reached);
            } else if (lexer.at(Token.OPEN_BRACKET)) {
                reached = bracket(from, reached);
            } else {
                return reached;
            }
        }
    }

    private Expression dotted(int from, Expression object) {
        return switch (lexer.token()) {
            case IDENTIFIER -> attribute(from, object);
            case NUMBER -> legacyIndex(from, object);
            default -> throw complaints.noAttributeName();
        };
    }

    private Expression attribute(int from, Expression object) {
        Span name = lexer.span();
        String word = lexer.word();
        lexer.advance();
        Span span = lexer.since(from);
        nesting.above(nesting.height(), span);
        return new Expression.Attribute(object, word, name, span);
    }

    /** {@code list.0}; {@code list.0.1} is refused, as Terraform does. */
    private Expression legacyIndex(int from, Expression list) {
        Expression key = number();
        if (key.span().text().contains(".")) {
            throw complaints.legacyIndexInIndex(key.span());
        }
        Span span = lexer.since(from);
        nesting.above(nesting.height(), span);
        return new Expression.Index(list, key, span);
    }

    private Expression attributeSplat(int from, Expression source) {
        int height = nesting.height();
        int item = lexer.start();
        Expression each = new Expression.Item(lexer.span());
        nesting.leaf();
        lexer.advance();
        while (lexer.at(Token.DOT)) {
            lexer.advance();
            if (lexer.at(Token.STAR)) {
                throw complaints.splatInSplat();
            }
            each = dotted(item, each);
        }
        return splat(from, source, each, true, height);
    }

    private Expression splat(int from, Expression source, Expression each, boolean attributeOnly, int height) {
        Span span = lexer.since(from);
        nesting.above(Math.max(height, nesting.height()), span);
        return new Expression.Splat(source, each, attributeOnly, span);
    }

    private Expression bracket(int from, Expression source) {
        int open = lexer.start();
        int height = nesting.height();
        lexer.open(lexer.newlines());
        if (lexer.at(Token.STAR)) {
            return fullSplat(from, source, open);
        }
        lexer.ignoreNewlines();
        Expression key = expression();
        close(Token.CLOSE_BRACKET);
        Span span = lexer.since(from);
        nesting.above(Math.max(height, nesting.height()), span);
        return new Expression.Index(source, key, span);
    }

    private Expression fullSplat(int from, Expression source, int open) {
        int height = nesting.height();
        lexer.advance();
        close(Token.CLOSE_BRACKET);
        Expression item = new Expression.Item(lexer.since(open));
        nesting.enter(lexer);
        nesting.leaf();
        Expression each = steps(open, item);
        nesting.leave();
        return splat(from, source, each, false, height);
    }

    private Expression term() {
        nesting.leaf();
        return switch (lexer.token()) {
            case OPEN_PARENTHESIS -> parenthesised();
            case OPEN_BRACKET -> lexer.nameFollows("for") ? forTuple() : tuple();
            case OPEN_BRACE -> lexer.nameFollows("for") ? forObject() : object();
            case QUOTE -> templates.quoted();
            case HEREDOC -> templates.heredoc();
            case NUMBER -> number();
            case IDENTIFIER -> named();
            default -> throw complaints.noExpression();
        };
    }

    private Expression parenthesised() {
        int open = lexer.start();
        lexer.open(false);
        Expression inner = expression();
        close(Token.CLOSE_PARENTHESIS);
        Span span = lexer.since(open);
        nesting.above(nesting.height(), span);
        return new Expression.Parenthesised(inner, span);
    }

    private Expression number() {
        Span span = lexer.span();
        Numeral number =
                Numbers.numeral(lexer.text(), lexer.start(), lexer.end()).orElseThrow(complaints::notANumber);
        lexer.advance();
        return new Expression.NumberLiteral(number, span);
    }

    private Expression named() {
        int from = lexer.start();
        Span span = lexer.span();
        String name = lexer.word();
        lexer.advance();
        if (lexer.at(Token.OPEN_PARENTHESIS) || lexer.at(Token.NAMESPACE)) {
            return call(name, from);
        }
        return switch (name) {
            case "true" -> new Expression.BoolLiteral(true, span);
            case "false" -> new Expression.BoolLiteral(false, span);
            case "null" -> new Expression.NullLiteral(span);
            default -> new Expression.Root(name, span);
        };
    }

    private Expression call(String first, int from) {
        StringBuilder name = new StringBuilder(first);
        while (lexer.at(Token.NAMESPACE)) {
            lexer.advance();
            if (!lexer.at(Token.IDENTIFIER)) {
                throw complaints.noFunctionName();
            }
            name.append("::").append(lexer.word());
            lexer.advance();
        }
        if (!lexer.at(Token.OPEN_PARENTHESIS)) {
            throw complaints.noArguments();
        }
        return arguments(name.toString(), from);
    }

    private Expression arguments(String name, int from) {
        Span nameSpan = lexer.since(from);
        lexer.open(false);
        List<Expression> arguments = new ArrayList<>();
        boolean expands = false;
        int height = 0;
        while (!lexer.at(Token.CLOSE_PARENTHESIS) && !expands) {
            arguments.add(expression());
            height = Math.max(height, nesting.height());
            if (lexer.at(Token.ELLIPSIS)) {
                expands = true;
                lexer.advance();
            } else if (lexer.at(Token.COMMA)) {
                lexer.advance();
            } else {
                break;
            }
        }
        closeList(Token.CLOSE_PARENTHESIS);
        Span span = lexer.since(from);
        nesting.above(height, span);
        return new Expression.Call(name, nameSpan, arguments, expands, span);
    }

    private Expression tuple() {
        int open = lexer.start();
        lexer.open(false);
        List<Expression> items = new ArrayList<>();
        int height = 0;
        while (!lexer.at(Token.CLOSE_BRACKET)) {
            items.add(expression());
            height = Math.max(height, nesting.height());
            if (!lexer.at(Token.COMMA)) {
                break;
            }
            lexer.advance();
        }
        closeList(Token.CLOSE_BRACKET);
        Span span = lexer.since(open);
        nesting.above(height, span);
        return new Expression.Tuple(items, span);
    }

    private Expression object() {
        int open = lexer.start();
        lexer.open(true);
        List<Pair> pairs = new ArrayList<>();
        int height = 0;
        while (true) {
            while (lexer.at(Token.NEWLINE)) {
                lexer.advance();
            }
            if (lexer.at(Token.CLOSE_BRACE)) {
                break;
            }
            pairs.add(pair());
            height = Math.max(height, pairHeight);
            if (lexer.at(Token.COMMA)) {
                lexer.advance();
            } else if (!lexer.at(Token.NEWLINE)) {
                break;
            }
        }
        if (!lexer.at(Token.CLOSE_BRACE)) {
            throw complaints.noPairEnd();
        }
        close(Token.CLOSE_BRACE);
        Span span = lexer.since(open);
        nesting.above(height, span);
        return new Expression.ObjectCons(pairs, span);
    }

    private int pairHeight;

    private Pair pair() {
        int from = lexer.start();
        Expression key = expression();
        int height = nesting.height();
        if (!lexer.at(Token.ASSIGN) && !lexer.at(Token.COLON)) {
            throw complaints.noPairValue(from);
        }
        lexer.advance();
        Expression value = expression();
        pairHeight = Math.max(height, nesting.height());
        return new Pair(key, value);
    }

    private Expression forTuple() {
        int open = lexer.start();
        lexer.open(false);
        Expression.ForIntro intro = intro();
        int height = nesting.height();
        Expression value = expression();
        height = Math.max(height, nesting.height());
        if (lexer.at(Token.ARROW)) {
            throw complaints.keyInTuple();
        }
        if (lexer.at(Token.ELLIPSIS)) {
            throw complaints.groupingInTuple();
        }
        Optional<Expression> condition = condition();
        height = Math.max(height, nesting.height());
        close(Token.CLOSE_BRACKET);
        Span span = lexer.since(open);
        nesting.above(height, span);
        return new Expression.ForTuple(intro, value, condition, span);
    }

    private Expression forObject() {
        int open = lexer.start();
        lexer.open(false);
        Expression.ForIntro intro = intro();
        int height = nesting.height();
        Expression key = expression();
        height = Math.max(height, nesting.height());
        if (!lexer.at(Token.ARROW)) {
            throw complaints.noKeyInObject();
        }
        lexer.advance();
        Expression value = expression();
        height = Math.max(height, nesting.height());
        boolean grouping = lexer.at(Token.ELLIPSIS);
        if (grouping) {
            lexer.advance();
        }
        Optional<Expression> condition = condition();
        height = Math.max(height, nesting.height());
        close(Token.CLOSE_BRACE);
        Span span = lexer.since(open);
        nesting.above(height, span);
        return new Expression.ForObject(intro, key, value, grouping, condition, span);
    }

    private Expression.ForIntro intro() {
        lexer.advance();
        Expression.ForIntro intro = names();
        if (!lexer.at(Token.COLON)) {
            throw complaints.noColonInFor();
        }
        lexer.advance();
        return intro;
    }

    /** {@code key, value in collection}. */
    Expression.ForIntro names() {
        String first = name();
        Optional<String> key = Optional.empty();
        String value = first;
        if (lexer.at(Token.COMMA)) {
            lexer.advance();
            key = Optional.of(first);
            value = name();
        }
        if (!lexer.atName("in")) {
            throw complaints.noInInFor();
        }
        lexer.advance();
        return new Expression.ForIntro(key, value, expression());
    }

    private String name() {
        if (!lexer.at(Token.IDENTIFIER)) {
            throw complaints.noVariableInFor();
        }
        String name = lexer.word();
        lexer.advance();
        return name;
    }

    private Optional<Expression> condition() {
        if (!lexer.atName("if")) {
            return Optional.empty();
        }
        lexer.advance();
        return Optional.of(expression());
    }

    private void close(Token expected) {
        if (!lexer.at(expected)) {
            throw complaints.notClosed(expected);
        }
        lexer.close();
    }

    private void closeList(Token expected) {
        if (!lexer.at(expected)) {
            throw complaints.noListEnd(expected);
        }
        lexer.close();
    }
}
