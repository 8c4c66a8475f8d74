package dev.envgate.source;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds names that stand in the code without the environment being seen to be read there: handed to a function of the application's own,
 * written as loaders of settings write them ({@code apiKey} for {@code API_KEY}), put together from parts ({@code provider + "_API_KEY"}),
 * or in a language that is not known. What is said in comments, documents, examples and Terraform is no mention.
 */
final class Mentions {
    private static final Pattern NO_CODE = Pattern.compile(
            "(?i).*\\.(?:md|mdx|txt|rst|adoc|tf|tfvars|tofu|hcl|csv|tsv|svg|po|pot|log|snap|html?|css|scss|sample|example)|license|changelog.*|codeowners|\\.git.*|\\.dockerignore");

    private static final Pattern ENVIRONMENT = Pattern.compile("(?i).*\\.?env(?:\\..*|rc)?");

    /** Which names a build cache looks at or another platform hands on, and words that are spelled well. */
    private static final Pattern LIST_OF_NAMES = Pattern.compile(
            "(?i)(?:turbo|nx|vercel|railway|cspell|\\.cspell)\\.jsonc?|(?:railway|fly)\\.toml|render\\.ya?ml");

    private static final String TASK_DEFINITION = "\"containerDefinitions\"";
    private static final int SHORTEST_PART = 4;
    private static final int LONGEST = 100;
    private static final int ASCII = 128;

    private final Set<Name> names;
    private final Map<String, Name> exactly = new HashMap<>();
    private final Map<String, Set<Name>> loosely = new HashMap<>();
    private final BitSet lengths = new BitSet();
    private final BitSet beginnings = new BitSet();
    private final Set<String> parts = new HashSet<>();

    Mentions(Set<Name> names) {
        this.names = Set.copyOf(names);
        for (Name name : this.names) {
            exactly.put(name.text(), name);
            loosely.computeIfAbsent(name.folded(), _ -> new HashSet<>()).add(name);
            lengths.set(name.folded().length());
            name.folded().chars().limit(1).forEach(beginnings::set);
            parts(name.text());
        }
    }

    /** {@code STRIPE_} and {@code _API_KEY} of {@code STRIPE_API_KEY}. */
    private void parts(String name) {
        for (int at = name.indexOf('_'); at >= 0; at = name.indexOf('_', at + 1)) {
            Stream.of(name.substring(0, at + 1), name.substring(at))
                    .filter(part -> part.length() >= SHORTEST_PART)
                    .forEach(parts::add);
        }
    }

    /** A text to look into, and what sort of file it is. */
    record Text(SourceFile file, Optional<Kind> kind) {}

    /** What was found: names, and parts of names. */
    record Found(List<CodeRead> reads, List<ComputedRead> made) {}

    static boolean mayHold(Path file) {
        String name = String.valueOf(file.getFileName());
        boolean code = Kind.of(name).filter(kind -> !kind.tooling()).isPresent();
        return !NO_CODE.matcher(name).matches()
                && !LIST_OF_NAMES.matcher(name).matches()
                && (code || !ENVIRONMENT.matcher(name).matches());
    }

    Found in(Stream<Text> texts) {
        List<Scan> scans = texts.flatMap(text -> in(text).stream()).toList();
        return new Found(
                scans.stream().flatMap(scan -> scan.reads().stream()).toList(),
                scans.stream().flatMap(scan -> scan.computed().stream()).toList());
    }

    private Optional<Scan> in(Text text) {
        if (text.kind().isEmpty() && text.file().text().contains(TASK_DEFINITION)) {
            return Optional.empty();
        }
        Words words = new Words(text.file().text());
        if (words.nothing()) {
            return Optional.empty();
        }
        Scan scan = new Scan(text.file(), reader(text));
        text.kind().ifPresentOrElse(kind -> code(kind, words, scan), () -> plain(words, scan));
        return Optional.of(scan);
    }

    /** What a pipeline or a Compose file names it gives, and does not read. */
    private static Reader reader(Text text) {
        return text.kind()
                .map(kind -> Roles.of(
                        List.of(text.file().path().split("/", -1)),
                        kind,
                        text.file().text()))
                .filter(reader -> reader == Reader.TOOLING || reader == Reader.DEPLOYMENT)
                .orElse(Reader.ELSEWHERE);
    }

    /** What of the names stands in a text, found in one pass over its words, comments included. */
    private final class Words {
        private final Set<Name> written = new HashSet<>();
        private final Set<Name> spelled = new HashSet<>();
        private final Set<String> pieces = new HashSet<>();

        Words(String text) {
            int start = -1;
            int wide = -1;
            boolean joint = false;
            for (int i = 0; i <= text.length(); i++) {
                char c = i < text.length() ? text.charAt(i) : ' ';
                boolean letter = c == '_' || isLetter(c);
                boolean joining = c == '.' || c == '-' || c == ':';
                if (letter && start < 0) {
                    start = i;
                } else if (!letter && start >= 0) {
                    word(text, start, i);
                    start = -1;
                }
                if ((letter || joining) && wide < 0) {
                    wide = i;
                    joint = joining;
                } else if (letter || joining) {
                    joint |= joining;
                } else if (wide >= 0) {
                    joined(joint, text, wide, i);
                    wide = -1;
                }
            }
        }

        /** Most words of a repository begin with another letter than any name. */
        private void word(String text, int start, int end) {
            boolean edge = text.charAt(start) == '_' || text.charAt(end - 1) == '_';
            if (edge || mayBegin(text.charAt(start))) {
                word(text.substring(start, end), edge);
            }
        }

        private void word(String word, boolean edge) {
            if (exactly.containsKey(word)) {
                written.add(exactly.get(word));
            } else {
                loose(word);
            }
            if (edge && parts.contains(word)) {
                pieces.add(word);
            }
        }

        /** Words with points or hyphens between; a word alone was looked at already. */
        private void joined(boolean joint, String text, int start, int end) {
            int first = start;
            while (first < end && !isLetter(text.charAt(first))) {
                first++;
            }
            if (joint && first < end && mayBegin(text.charAt(first))) {
                loose(text.substring(start, end));
            }
        }

        private boolean mayBegin(char first) {
            return beginnings.get(Character.toLowerCase(first));
        }

        private void loose(String word) {
            if (word.length() < LONGEST && lengths.get(letters(word)) && !exactly.containsKey(word)) {
                spelled.addAll(loosely.getOrDefault(new Name(word).folded(), Set.of()));
            }
        }

        private static int letters(String word) {
            int letters = 0;
            for (int i = 0; i < word.length(); i++) {
                letters += isLetter(word.charAt(i)) ? 1 : 0;
            }
            return letters;
        }

        /** A letter or a digit; nearly all of code is ASCII, of which it costs little to say. */
        private static boolean isLetter(char c) {
            return c < ASCII
                    ? (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
                    : Character.isLetterOrDigit(c);
        }

        boolean nothing() {
            return written.isEmpty() && spelled.isEmpty() && pieces.isEmpty();
        }
    }

    private static void plain(Words words, Scan scan) {
        for (Name name : words.written) {
            int at = at(scan.text(), name.text());
            scan.mentioned(name.text(), at, at + name.text().length());
        }
    }

    private static void code(Kind kind, Words words, Scan scan) {
        for (Tokens tokens : kind.search().code(scan.text())) {
            for (int i = 0; i < tokens.size(); i++) {
                Token token = tokens.at(i);
                words.written.forEach(name -> token(token, name.text(), scan));
                words.spelled.forEach(name -> spelled(token, name, scan));
                words.pieces.forEach(piece -> piece(token, piece, scan));
            }
        }
    }

    private static void token(Token token, String name, Scan scan) {
        if (at(token.text(), name) >= 0 || at(token.tail(), name) >= 0) {
            scan.mentioned(name, token.start(), token.end());
        }
    }

    private static void spelled(Token token, Name name, Scan scan) {
        if (new Name(token.text()).folded().equals(name.folded())) {
            scan.mentioned(name.text(), token.start(), token.end());
        }
    }

    /** A part of a name counts where it is put together with others: at the edge of a string. */
    private static void piece(Token token, String piece, Scan scan) {
        boolean text = token.kind() == Token.Kind.STRING || token.kind() == Token.Kind.TEMPLATE;
        if (text
                && piece.endsWith("_")
                && (token.text().endsWith(piece) || token.tail().endsWith(piece))) {
            scan.computed(token, token, piece, "");
        } else if (text
                && piece.startsWith("_")
                && (token.text().startsWith(piece) || token.tail().startsWith(piece))) {
            scan.computed(token, token, "", piece);
        }
    }

    /** Where a name stands as a word of its own; -1 when it does not. */
    static int at(String text, String name) {
        int at = text.indexOf(name);
        while (at >= 0 && (letter(text, at - 1) || letter(text, at + name.length()))) {
            at = text.indexOf(name, at + 1);
        }
        return at;
    }

    private static boolean letter(String text, int index) {
        return index >= 0
                && index < text.length()
                && (text.charAt(index) == '_' || Character.isLetterOrDigit(text.charAt(index)));
    }
}
