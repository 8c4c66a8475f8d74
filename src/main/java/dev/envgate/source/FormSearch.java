package dev.envgate.source;

import dev.envgate.ledger.Fallback;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds the reads that the forms of a language cover. */
final class FormSearch {
    private static final Set<String> TAKING_AWAY = Set.of("delete", "del", "unset", "typeof");
    private static final Pattern OF_THE_WEB_SERVER = Pattern.compile(
            "(?:HTTP|REQUEST|SERVER|REMOTE|SCRIPT|CONTENT|PHP|ORIG|REDIRECT|AUTH|DOCUMENT|QUERY|GATEWAY|PATH|HTTPS|SHELL|UNIQUE)(?:_.*)?|.*[a-z].*");
    private static final Pattern COMMA = Pattern.compile(",");
    private static final int NEAR = 3;

    private final Idiom idiom;
    private final Bindings bindings;
    private final Tokens tokens;
    private final Scan scan;
    private final Chains chains;
    private final Fallbacks fallbacks;
    private final Map<String, Guard> guards = new HashMap<>();
    private final Choices choices;

    FormSearch(Idiom idiom, Bindings bindings, Tokens tokens, Scan scan) {
        this.idiom = idiom;
        this.bindings = bindings;
        this.tokens = tokens;
        this.scan = scan;
        this.chains = new Chains(idiom, bindings, tokens);
        this.fallbacks = new Fallbacks(idiom, tokens);
        this.choices = new Choices(idiom, tokens);
    }

    /** Until where a name is read only when it is set, and what stands in otherwise. */
    private record Guard(int until, Fallback fallback) {}

    void search() {
        for (int i = 0; i < tokens.size(); i++) {
            if (chains.mayBegin(i) && !form(i)) {
                object(i);
            }
        }
        choices.tell(scan);
    }

    private boolean form(int first) {
        for (Form form : idiom.forms()) {
            int open = chains.end(form.chain(), first);
            if (open > 0 && call(form, first, open)) {
                return true;
            }
        }
        return false;
    }

    /** A call; {@code open} is its bracket, or its first argument in languages that need none. */
    private boolean call(Form form, int first, int bracket) {
        int open = generic(bracket);
        boolean bare = tokens.string(open);
        boolean filled = tokens.sign(open, "(") && !tokens.sign(open + 1, ")");
        if (!bare && !filled) {
            return false;
        }
        int from = bare ? open : tokens.argument(open, Math.max(0, form.name()));
        int end = bare ? tokens.next(from) : tokens.close(open) + 1;
        Fallback fallback = standIn(form, bare ? open - 1 : open, end);
        do {
            found(form, first, from, tokens.next(from), end, fallback);
            from = tokens.next(from) + 1;
        } while (form.name() == Form.EVERY && from < end - 1);
        return true;
    }

    private int generic(int i) {
        return tokens.sign(i, "<") && tokens.sign(i + 2, ">") ? i + 3 : i;
    }

    private Fallback standIn(Form form, int open, int end) {
        for (String argument : COMMA.split(form.fallback(), -1)) {
            boolean position = !argument.isEmpty() && Character.isDigit(argument.charAt(0));
            int from = position ? tokens.argument(open, Integer.parseInt(argument)) : tokens.named(open, argument);
            boolean other = position && tokens.at(from).word() && tokens.sign(from + 1, "=");
            if (from > 0 && from < end - 1 && !tokens.closes(from) && !other && !argument.isEmpty()) {
                return fallbacks.operand(from);
            }
        }
        boolean block = form.first().equals("fetch") && (tokens.sign(end, "{") || tokens.word(end, "do"));
        return block ? fallbacks.operand(end + 1) : form.otherwise();
    }

    private void object(int first) {
        for (Chain object : idiom.objects()) {
            int next = chains.end(object.words(), first);
            if (next > 0) {
                use(object.text(), first, tokens.sign(next, "!") ? next + 1 : next);
                return;
            }
        }
    }

    private void use(String object, int first, int next) {
        boolean index = tokens.sign(next, "[")
                || (tokens.sign(next, "{") && object.equals("$ENV"))
                || (tokens.sign(next, "(") && object.equals("sys.env"));
        boolean optional = tokens.sign(next, "?.") && tokens.sign(next + 1, "[");
        if (index || optional) {
            int open = optional ? next + 1 : next;
            indexed(object, first, open, tokens.close(open));
        } else if (tokens.sign(next, Chains.STEPPING) && tokens.at(next + 1).word()) {
            member(first, next + 1);
        } else {
            whole(first, next);
        }
    }

    private void indexed(String object, int first, int open, int close) {
        Named named = Named.of(tokens, open + 1, close, bindings.constants());
        boolean server = object.equals("$_SERVER");
        boolean bare = object.equals("$ENV")
                && close == open + 2
                && tokens.at(open + 1).word();
        if (bare && !tokens.at(open + 1).text().startsWith("$")) {
            read(tokens.at(open + 1).text(), first, open + 1, close + 1, Fallback.NONE, false);
        } else if (server
                && !(named instanceof Named.Known(String name)
                        && !OF_THE_WEB_SERVER.matcher(name).matches())) {
            return;
        } else {
            named(named, first, open + 1, close, close + 1, idiom.failing() ? Fallback.FAILS : Fallback.NONE, false);
        }
    }

    private void member(int first, int word) {
        String method = tokens.at(word).text();
        for (Form operation : idiom.operations()) {
            boolean called = tokens.sign(word + 1, "(") || tokens.string(word + 1);
            if (called && operation.first().equals(method)) {
                call(operation, first, word + 1);
                return;
            }
        }
        if (idiom.members() && !tokens.sign(word + 1, "(")) {
            read(method, first, word, word + 1, Fallback.NONE, false);
        } else {
            scan.computed(tokens.at(first), tokens.at(word), "", "");
        }
    }

    /** The environment as a whole: asked whether it has a name, given another name, or passed on. */
    private void whole(int first, int next) {
        if (tokens.word(first - 1, "in")) {
            int name = tokens.word(first - 2, "not") ? first - 3 : first - 2;
            named(
                    Named.of(tokens, name, name + 1, bindings.constants()),
                    name,
                    name,
                    name + 1,
                    next,
                    Fallback.NONE,
                    false);
        } else if (passedOn(first, next)) {
            scan.computed(tokens.at(first), tokens.at(next - 1), "", "");
        }
    }

    private boolean passedOn(int first, int next) {
        boolean renamed = (tokens.sign(first - 1, "=") || tokens.sign(first - 1, ":="))
                && (tokens.at(first - 2).word() || tokens.sign(first - 2, "}"));
        boolean asked = tokens.sign(next, "&&")
                || tokens.sign(next, "=")
                || tokens.sign(next, ":")
                || tokens.sign(next, "?")
                || tokens.word(first - 1, TAKING_AWAY);
        boolean imported = tokens.word(first - 1, "import")
                || tokens.word(next, "from")
                || (tokens.sign(next, "}") && tokens.sign(first - 1, "{"))
                || tokens.word(next, "as");
        return !renamed
                && !asked
                && !imported
                && !bindings.known(tokens.at(first).text());
    }

    private void found(Form form, int first, int from, int to, int end, Fallback fallback) {
        named(Named.of(tokens, from, to, bindings.constants()), first, from, to, end, fallback, form.build());
    }

    private void named(Named named, int first, int from, int to, int end, Fallback fallback, boolean build) {
        switch (named) {
            case Named.Known(String name) -> read(name, first, from, end, fallback, build);
            case Named.Computed(String prefix, String suffix) -> {
                scan.computed(tokens.at(from), tokens.at(Math.max(from, to - 1)), prefix, suffix);
                if (to - from == 1 && tokens.at(from).word()) {
                    Helper.around(tokens, from).ifPresent(scan::helper);
                }
            }
        }
    }

    private void read(String name, int first, int at, int next, Fallback otherwise, boolean build) {
        if (tokens.sign(next, "=") || taken(first)) {
            return;
        }
        Fallback seen = otherwise == Fallback.USABLE ? otherwise : fallbacks.after(first, next, otherwise);
        Fallback fallback = guarded(name, at, seen);
        guard(name, next, fallback);
        int before = scan.reads().size();
        if (build || tokens.word(first, "import")) {
            scan.built(name, tokens.at(at), fallback);
        } else {
            scan.written(name, tokens.at(at), fallback);
        }
        if (scan.reads().size() > before) {
            choices.add(before, name, first, next, otherwise == Fallback.FAILS);
        }
    }

    private boolean taken(int first) {
        return tokens.word(first - 1, TAKING_AWAY) || (tokens.sign(first - 1, "(") && tokens.word(first - 2, "unset"));
    }

    private Fallback guarded(String name, int at, Fallback seen) {
        Guard guard = guards.getOrDefault(name, new Guard(-1, seen));
        boolean open = seen == Fallback.NONE || seen == Fallback.FAILS;
        return open && at < guard.until() ? guard.fallback() : seen;
    }

    private void guard(String name, int next, Fallback fallback) {
        for (int i = next; i <= next + NEAR; i++) {
            if (idiom.ternary() && tokens.sign(i, "?")) {
                guards.put(name, new Guard(fallbacks.colon(i), fallback));
            }
        }
    }
}
