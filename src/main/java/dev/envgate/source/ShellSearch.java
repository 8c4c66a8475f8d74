package dev.envgate.source;

import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Searches shell scripts for the variables that they read and do not set themselves. */
final class ShellSearch implements Search {
    private static final Set<String> OF_THE_SHELL = Set.of(
            "BASH",
            "BASHPID",
            "BASH_COMMAND",
            "BASH_LINENO",
            "BASH_REMATCH",
            "BASH_SOURCE",
            "BASH_VERSION",
            "BASH_VERSINFO",
            "COLUMNS",
            "COMP_WORDS",
            "COMP_CWORD",
            "COMPREPLY",
            "EPOCHSECONDS",
            "EUID",
            "FUNCNAME",
            "GROUPS",
            "HOSTTYPE",
            "IFS",
            "LINENO",
            "LINES",
            "MACHTYPE",
            "OLDPWD",
            "OPTARG",
            "OPTERR",
            "OPTIND",
            "OSTYPE",
            "PIPESTATUS",
            "PPID",
            "PS1",
            "PWD",
            "RANDOM",
            "REPLY",
            "SECONDS",
            "SHELLOPTS",
            "SHLVL",
            "UID",
            "ZSH_VERSION",
            "_");
    private static final Pattern SET = Pattern.compile(
            "(?m)(?:^|[\\s;&|(`{])(?:([A-Z_][A-Z0-9_]*)\\+?=|(?:for|select)\\s+([A-Z_][A-Z0-9_]*)\\s|(?:read|mapfile|readarray)\\s+((?:-\\S+\\s+){0,9}[A-Z_][A-Z0-9_ \\t]*)|(?:local|declare|typeset)\\s+(?:-\\S+\\s+){0,9}([A-Z_][A-Z0-9_]*)|getopts\\s+\\S+\\s+([A-Z_][A-Z0-9_]*)|printf\\s+-v\\s+([A-Z_][A-Z0-9_]*))");
    private static final Pattern PRINTED = Pattern.compile("\\bprintenv\\s+([A-Z_][A-Z0-9_]*)");
    private static final Pattern NAME = Pattern.compile("[A-Z_][A-Z0-9_]*");
    private static final Pattern HEREDOC =
            Pattern.compile("<<[-~]?[ \\t]*(?:(['\"])([^'\"\\n]{1,80})\\1|(\\\\?)(\\w{1,80}))");

    @Override
    public void in(Scan scan) {
        if (scan.text().indexOf('$') < 0 && !scan.text().contains("printenv")) {
            return;
        }
        Walker walker = new Walker(scan.text());
        walker.walk();
        report(walker, scan);
    }

    /** The script without what is in quotes or commented out: one stream with all of it. */
    @Override
    public List<Tokens> code(String text) {
        Walker walker = new Walker(text);
        walker.walk();
        return new Lexer(Dialect.TEXT, walker.uncommented()).streams();
    }

    /** A variable that a script expands. */
    private record Use(String name, int start, Fallback fallback) {}

    private static void report(Walker walker, Scan scan) {
        String plain = walker.plain();
        Map<String, Integer> set = set(plain);
        for (Use use : walker.uses) {
            boolean own = set.containsKey(use.name()) && !before(plain, use.start(), set.get(use.name()));
            if (NAME.matcher(use.name()).matches() && !own && !OF_THE_SHELL.contains(use.name())) {
                scan.read(
                        use.name(), use.start(), use.start() + use.name().length(), use.fallback(), Certainty.WRITTEN);
            }
        }
        Matcher printed = PRINTED.matcher(plain);
        while (printed.find()) {
            scan.read(printed.group(1), printed.start(1), printed.end(1), Fallback.NONE, Certainty.WRITTEN);
        }
    }

    /** The names that the script sets, and where it does first. */
    private static Map<String, Integer> set(String plain) {
        Map<String, Integer> set = new HashMap<>();
        Matcher matcher = SET.matcher(plain);
        int from = 0;
        while (matcher.find(from)) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.start(group) >= 0) {
                    int at = matcher.start(group);
                    List.of(matcher.group(group).strip().split("\\s+")).forEach(name -> set.putIfAbsent(name, at));
                }
            }
            from = Math.max(matcher.end() - 1, from + 1);
        }
        return set;
    }

    /** Whether a variable is read before it is set, or to be set: {@code X="${X:-default}"}. */
    private static boolean before(String text, int use, int set) {
        int end = set;
        int depth = 0;
        boolean quoted = false;
        for (; end < text.length(); end++) {
            char c = text.charAt(end);
            quoted ^= c == '"';
            depth += quoted ? 0 : c == '(' || c == '{' ? 1 : c == ')' || c == '}' ? -1 : 0;
            if (!quoted && depth <= 0 && " \t\n;&|".indexOf(c) >= 0) {
                break;
            }
        }
        return use < end;
    }

    /** Goes through a script once. */
    private static final class Walker {
        private final String text;
        private final char[] plain;
        private final char[] uncommented;
        private final List<Use> uses = new ArrayList<>();
        private final List<Matcher> heredocs = new ArrayList<>();
        private final ArrayList<Boolean> quoted = new ArrayList<>(List.of(false));
        private int at;

        Walker(String text) {
            this.text = text;
            this.plain = text.toCharArray();
            this.uncommented = text.toCharArray();
        }

        String plain() {
            return new String(plain);
        }

        String uncommented() {
            return new String(uncommented);
        }

        void walk() {
            while (at < text.length()) {
                step(text.charAt(at));
            }
        }

        private void step(char c) {
            boolean inQuotes = quoted.getLast();
            if (c == '\\') {
                at += 2;
            } else if (c == '\'' && !inQuotes) {
                single();
            } else if (c == '"') {
                quoted.set(quoted.size() - 1, !inQuotes);
                at++;
            } else if (c == '#' && !inQuotes && wordStart()) {
                comment();
            } else if (c == '$') {
                dollar();
            } else if (c == ')' && !inQuotes && quoted.size() > 1) {
                quoted.removeLast();
                at++;
            } else if (c == '(' && !inQuotes && quoted.size() > 1) {
                quoted.add(false);
                at++;
            } else if (c == '<' && !inQuotes && heredoc()) {
                at += 2;
            } else if (c == '\n' && !heredocs.isEmpty()) {
                bodies();
            } else {
                blank(inQuotes);
                at++;
            }
        }

        private void blank(boolean inQuotes) {
            if (inQuotes && text.charAt(at) != '\n') {
                plain[at] = ' ';
            }
        }

        private boolean wordStart() {
            return at == 0 || " \t\n;&|(".indexOf(text.charAt(at - 1)) >= 0;
        }

        private void comment() {
            int end = text.indexOf('\n', at);
            int stop = end < 0 ? text.length() : end;
            java.util.Arrays.fill(plain, at, stop, ' ');
            java.util.Arrays.fill(uncommented, at, stop, ' ');
            at = stop;
        }

        private void single() {
            int end = text.indexOf('\'', at + 1);
            int stop = end < 0 ? text.length() : end + 1;
            java.util.Arrays.fill(plain, at, stop, '_');
            at = stop;
        }

        private void dollar() {
            char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
            if (next == '(') {
                quoted.add(false);
                at += 2;
            } else if (next == '{') {
                braces();
            } else if (next == '\'' && !quoted.getLast()) {
                at++;
                ansi();
            } else if (next == '_' || Character.isLetter(next)) {
                int end = nameEnd(at + 1);
                uses.add(new Use(text.substring(at + 1, end), at + 1, Fallback.NONE));
                at = end;
            } else {
                at += 2;
            }
        }

        private void ansi() {
            int i = at + 1;
            while (i < text.length() && text.charAt(i) != '\'') {
                i += text.charAt(i) == '\\' ? 2 : 1;
            }
            at = Math.min(text.length(), i + 1);
        }

        private void braces() {
            int from = at + 2 + (text.startsWith("#", at + 2) || text.startsWith("!", at + 2) ? 1 : 0);
            int end = nameEnd(from);
            int close = close(end);
            if (end > from) {
                uses.add(new Use(text.substring(from, end), from, Placeholders.shell(text.substring(end, close))));
            }
            at = Math.max(end, at + 2);
        }

        /** The brace that closes a default, as far as can be seen from here. */
        private int close(int from) {
            int depth = 0;
            for (int i = from; i < Math.min(text.length(), from + 300); i++) {
                depth += text.startsWith("${", i) ? 1 : 0;
                if (text.charAt(i) == '}' && depth-- == 0) {
                    return i;
                }
            }
            return from;
        }

        private int nameEnd(int from) {
            int end = from;
            while (end < text.length() && (text.charAt(end) == '_' || Character.isLetterOrDigit(text.charAt(end)))) {
                end++;
            }
            return end;
        }

        private boolean heredoc() {
            Matcher matcher = HEREDOC.matcher(text).region(at, text.length());
            boolean found = matcher.lookingAt() && !text.startsWith("<<<", at);
            if (found) {
                heredocs.add(matcher);
            }
            return found;
        }

        /** The text of here-documents: variables are expanded in it unless its mark was quoted. */
        private void bodies() {
            at++;
            for (Matcher matcher : List.copyOf(heredocs)) {
                boolean raw = matcher.start(1) >= 0 || !"".equals(matcher.group(3));
                int stop = end(matcher.start(2) >= 0 ? matcher.group(2) : matcher.group(4));
                while (at < stop) {
                    char c = text.charAt(at);
                    if (c == '$' && !raw) {
                        dollar();
                    } else {
                        plain[at] = c == '\n' ? c : ' ';
                        at += c == '\\' && !raw ? 2 : 1;
                    }
                }
            }
            heredocs.clear();
        }

        private int end(String mark) {
            int line = at;
            while (line < text.length()) {
                int lineEnd = text.indexOf('\n', line);
                int stop = lineEnd < 0 ? text.length() : lineEnd;
                if (text.substring(line, stop).strip().equals(mark)) {
                    return stop;
                }
                line = stop + 1;
            }
            return text.length();
        }
    }
}
