package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.Set;
import java.util.regex.Pattern;

/** .NET: configuration, whose keys {@code A:B} are the variables {@code A__B}. */
final class DotnetCustom implements Custom {
    private static final Pattern CONFIGURATION = Pattern.compile("_?(?:[a-z]\\w*)?[cC]onfig(?:uration)?(?:Root)?");
    private static final Set<String> SECTIONS = Set.of("GetSection", "GetRequiredSection");

    @Override
    public void prepare(Tokens tokens, Bindings bindings) {
        for (int i = 0; i < tokens.size(); i++) {
            if (tokens.word(i, "Environment") && tokens.word(i - 2, "System") && tokens.word(i - 4, "static")) {
                bindings.means("GetEnvironmentVariable", "Environment.GetEnvironmentVariable");
            }
        }
    }

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        Fallbacks fallbacks = new Fallbacks(Idiom.CSHARP, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            if (!tokens.at(i).word()) {
                continue;
            }
            if (CONFIGURATION.matcher(tokens.at(i).text()).matches()) {
                indexed(tokens, i, bindings, fallbacks, scan);
            } else if (tokens.word(i, "GetConnectionString") && tokens.sign(i + 1, "(")) {
                key("ConnectionStrings:", tokens, i, i + 1, bindings, fallbacks, scan);
            } else if (tokens.word(i, Set.of("GetValue", "GetRequiredValue")) && onConfiguration(tokens, i)) {
                valued(tokens, i, bindings, fallbacks, scan);
            } else if (tokens.word(i, SECTIONS) && tokens.string(i + 2)) {
                scan.computed(
                        tokens.at(i + 2),
                        tokens.at(i + 2),
                        variable(tokens.at(i + 2).text()) + "__",
                        "");
            }
        }
    }

    private static boolean onConfiguration(Tokens tokens, int i) {
        return tokens.sign(i - 1, ".") || tokens.sign(i - 1, "?.");
    }

    private static void indexed(Tokens tokens, int i, Bindings bindings, Fallbacks fallbacks, Scan scan) {
        if (!tokens.sign(i + 1, "[")) {
            return;
        }
        int close = tokens.close(i + 1);
        Named named = Named.of(tokens, i + 2, close, bindings.constants());
        int first = tokens.sign(i - 1, ".") && tokens.at(i - 2).word() ? i - 2 : i;
        if (named instanceof Named.Known(String name) && !tokens.sign(close + 1, "=")) {
            scan.derived(variable(name), tokens.at(i + 2), fallbacks.after(first, close + 1, Fallback.NONE));
        }
    }

    private static void valued(Tokens tokens, int i, Bindings bindings, Fallbacks fallbacks, Scan scan) {
        int open = i + 1;
        while (!tokens.sign(open, "(") && open < i + 12) {
            open++;
        }
        key("", tokens, i, open, bindings, fallbacks, scan);
    }

    private static void key(
            String section, Tokens tokens, int i, int open, Bindings bindings, Fallbacks fallbacks, Scan scan) {
        int end = tokens.next(open + 1);
        if (!tokens.sign(open, "(")
                || !(Named.of(tokens, open + 1, end, bindings.constants()) instanceof Named.Known(String name))) {
            return;
        }
        Fallback fallback = tokens.sign(end, ",")
                ? fallbacks.operand(end + 1)
                : fallbacks.after(start(tokens, i), tokens.close(open) + 1, Fallback.NONE);
        scan.derived(variable(section + name), tokens.at(open + 1), fallback);
    }

    private static int start(Tokens tokens, int i) {
        int first = i;
        while (tokens.sign(first - 1, Chains.STEPPING) && tokens.at(first - 2).word()) {
            first -= 2;
        }
        return first;
    }

    private static String variable(String key) {
        return key.replace(":", "__");
    }
}
