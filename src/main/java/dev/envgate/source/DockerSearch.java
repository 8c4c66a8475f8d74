package dev.envgate.source;

import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Reader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches Dockerfiles: an {@code ENV} is a default of the image, an {@code ARG} is read while it is built. */
final class DockerSearch implements Search {
    private static final Pattern ARGUMENT = Pattern.compile("(?im)^[ \\t]*ARG[ \\t]+([A-Za-z_]\\w*)(=?)([^\\n]*)");
    private static final Pattern ENVIRONMENT =
            Pattern.compile("(?im)^[ \\t]*ENV[ \\t]+((?:[^\\n\\\\]|\\\\\\r?\\n|\\\\.)*+)");
    private static final Pattern PAIR = Pattern.compile("([A-Za-z_]\\w*)=(\"(?:[^\"\\\\]|\\\\.)*+\"|'[^']*'|[^\\s]*)");
    private static final Pattern OLD = Pattern.compile("([A-Za-z_]\\w*)[ \\t]+(\\S.*)");
    private static final Pattern COMMENT = Pattern.compile("(?m)^[ \\t]*#[^\\n]*");

    @Override
    public void in(Scan scan) {
        String text = uncommented(scan.text());
        Set<String> set = new HashSet<>();
        Matcher argument = ARGUMENT.matcher(text);
        while (argument.find()) {
            set.add(argument.group(1));
            Token name = token(argument, 1, 0);
            scan.built(name.text(), name, given(argument.group(2), argument.group(3)));
        }
        Matcher environment = ENVIRONMENT.matcher(text);
        while (environment.find()) {
            environment(environment, set, scan);
        }
        Scan own = scan.by(Reader.TOOLING);
        new Placeholders(Placeholders.Form.SHELL, text, 0, own).find();
        own.reads().stream().filter(read -> !set.contains(read.name().text())).forEach(scan.reads()::add);
    }

    @Override
    public List<Tokens> code(String text) {
        return new Lexer(Dialect.TEXT, uncommented(text)).streams();
    }

    private static String uncommented(String text) {
        return COMMENT.matcher(text).replaceAll(comment -> " ".repeat(comment.end() - comment.start()));
    }

    private static void environment(Matcher environment, Set<String> set, Scan scan) {
        String pairs = environment.group(1);
        Matcher pair = PAIR.matcher(pairs);
        if (!pair.lookingAt()) {
            Matcher old = OLD.matcher(pairs);
            if (old.lookingAt()) {
                image(old, environment.start(1), set, scan);
            }
            return;
        }
        pair.reset();
        while (pair.find()) {
            image(pair, environment.start(1), set, scan);
        }
    }

    private static void image(Matcher pair, int offset, Set<String> set, Scan scan) {
        Token name = token(pair, 1, offset);
        set.add(name.text());
        scan.read(name.text(), name.start(), name.end(), given("=", pair.group(2)), Certainty.WRITTEN);
    }

    private static Token token(Matcher matcher, int group, int offset) {
        return new Token(
                Token.Kind.WORD, offset + matcher.start(group), offset + matcher.end(group), matcher.group(group));
    }

    private static Fallback given(String sign, String value) {
        String plain = value.strip();
        if (sign.isEmpty()) {
            return Fallback.NONE;
        }
        return plain.isEmpty() || plain.equals("\"\"") || plain.equals("''") ? Fallback.EMPTY : Fallback.USABLE;
    }
}
