package dev.envgate.source;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fields of settings classes that stand without a value, and that nothing takes up: {@code settings} reads the variable, and that is all that
 * comes of it. Where settings are passed on as a whole, or a field is asked for by a name that is made, nobody can say that.
 */
final class IdleFields {
    /** A name of settings, as they are kept: {@code settings}, {@code app_config}, {@code cfg}, {@code self}. */
    private static final String SETTINGS = "\\w*(?:settings|config|cfg|conf|env)(?:\\(\\))?";

    private static final Pattern AS_A_WHOLE = Pattern.compile("(?i)" + asAWhole(SETTINGS) + "|\\*\\*\\w*settings\\b");

    /** Settings that pass themselves on; a class in a file that does not speak of settings is something else. */
    private static final Pattern ITSELF_AS_A_WHOLE = Pattern.compile("(?i)" + asAWhole("(?:self|cls)"));

    private static final Pattern OF_SETTINGS = Pattern.compile("(?i)settings|config");

    private static String asAWhole(String settings) {
        return "\\b" + settings
                + "\\.(?:model_dump|dict|model_dump_json|json|__dict__|model_fields|__fields__)\\b"
                + "|\\b(?:vars|asdict|dict)\\(\\s*" + settings + "\\b"
                + "|\\bgetattr\\(\\s*" + settings
                + "\\s*,\\s*+(?:(?![\"'])|[^,)]*(?:\\+|%|\\.(?:upper|format)))";
    }

    private static final Pattern TEMPLATE = Pattern.compile("(?i).*\\.(?:html?|txt|svg|css)");

    /** By the field as it is written, the names that it reads. */
    private final Map<String, List<CodeRead>> fields;

    /** Those of which all reads may be idle. */
    IdleFields(Collection<CodeRead> reads, Set<Name> wanted) {
        Map<Name, List<CodeRead>> byName = reads.stream()
                .filter(read -> wanted.contains(read.name()) && read.certainty() != Certainty.MENTIONED)
                .filter(read -> read.reader() == Reader.APPLICATION)
                .collect(Collectors.groupingBy(CodeRead::name));
        this.fields = byName.values().stream()
                .filter(all -> all.size() == 1 && mayBeIdle(all.getFirst()))
                .map(List::getFirst)
                .collect(Collectors.groupingBy(read -> read.span().text()));
    }

    private static boolean mayBeIdle(CodeRead read) {
        return read.certainty() == Certainty.DERIVED
                && read.fallback() != Fallback.FAILS
                && read.file().endsWith(".py")
                && new Name(read.span().text()).folded().equals(read.name().folded());
    }

    /** Whether a file that is called like no code may be filled in by code. */
    static boolean mayBeTemplate(Path file) {
        return TEMPLATE.matcher(String.valueOf(file.getFileName())).matches();
    }

    boolean none() {
        return fields.isEmpty();
    }

    /** The reads of which nothing comes, by the texts of the whole repository but its tests. */
    Set<CodeRead> among(Stream<Mentions.Text> texts) {
        Set<CodeRead> idle = new HashSet<>();
        fields.values().forEach(idle::addAll);
        List<Set<CodeRead>> used = texts.map(this::used).toList();
        used.forEach(idle::removeAll);
        return idle;
    }

    private Set<CodeRead> used(Mentions.Text text) {
        String all = text.file().text();
        if (text.file().path().endsWith(".py") && isPassedOn(all)) {
            return fields.values().stream().flatMap(List::stream).collect(Collectors.toSet());
        }
        List<String> present = fields.keySet().stream().filter(all::contains).toList();
        if (present.isEmpty()) {
            return Set.of();
        }
        return text.kind().isEmpty()
                ? present.stream()
                        .filter(field -> Mentions.at(all, field) >= 0)
                        .flatMap(field -> fields.getOrDefault(field, List.of()).stream())
                        .collect(Collectors.toSet())
                : text.kind().get().search().code(all).stream()
                        .flatMap(tokens -> IntStream.range(0, tokens.size()).mapToObj(tokens::at))
                        .flatMap(token -> present.stream()
                                .filter(field -> says(token, field))
                                .flatMap(field -> fields.getOrDefault(field, List.of()).stream())
                                .filter(read -> !isThis(read, text, token)))
                        .collect(Collectors.toSet());
    }

    private static boolean isPassedOn(String text) {
        return AS_A_WHOLE.matcher(text).find()
                || (OF_SETTINGS.matcher(text).find()
                        && ITSELF_AS_A_WHOLE.matcher(text).find());
    }

    private static boolean says(Token token, String field) {
        return Mentions.at(token.text(), field) >= 0 || Mentions.at(token.tail(), field) >= 0;
    }

    private static boolean isThis(CodeRead read, Mentions.Text text, Token token) {
        return read.file().equals(text.file().path()) && read.span().start() == token.start();
    }
}
