package dev.envgate.source;

import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches makefiles for the variables that they do not set. */
final class MakeSearch implements Search {
    private static final Pattern SET =
            Pattern.compile("(?m)^(?:export[ \\t]+)?([A-Z_][A-Z0-9_]*)[ \\t]*(\\?=|::?=|\\+=|=)");
    private static final Pattern USE = Pattern.compile("\\$[({]([A-Z_][A-Z0-9_]*)[)}]|\\$\\$\\{?([A-Z_][A-Z0-9_]*)");

    @Override
    public void in(Scan scan) {
        String text = TextSearch.uncommented(scan.text());
        Set<String> own = new HashSet<>();
        Matcher set = SET.matcher(text);
        while (set.find()) {
            own.add(set.group(1));
            if (set.group(2).equals("?=")) {
                scan.read(set.group(1), set.start(1), set.end(1), Fallback.USABLE, Certainty.WRITTEN);
            }
        }
        Matcher use = USE.matcher(text);
        while (use.find()) {
            int group = use.start(1) >= 0 ? 1 : 2;
            if (!own.contains(use.group(group))) {
                scan.read(use.group(group), use.start(group), use.end(group), Fallback.NONE, Certainty.WRITTEN);
            }
        }
    }

    @Override
    public List<Tokens> code(String text) {
        return new Lexer(Dialect.TEXT, TextSearch.uncommented(text)).streams();
    }
}
