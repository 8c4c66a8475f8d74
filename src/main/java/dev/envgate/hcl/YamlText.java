package dev.envgate.hcl;

import dev.envgate.hcl.Value.Element;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import dev.envgate.yaml.YamlNode;
import dev.envgate.yaml.YamlReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads YAML that stands in a string as {@code yamldecode} does, each text in it with its place. Terraform's YAML is
 * one of its own: {@code yes} and {@code on} are truth values as in the version 1.1, keys as well, and {@code 0777} is a decimal number.
 */
final class YamlText {
    private static final Set<String> NULL = Set.of("", "~", "null", "Null", "NULL");
    private static final Set<String> TRUE =
            Set.of("y", "Y", "yes", "Yes", "YES", "true", "True", "TRUE", "on", "On", "ON");
    private static final Set<String> FALSE =
            Set.of("n", "N", "no", "No", "NO", "false", "False", "FALSE", "off", "Off", "OFF");
    private static final Pattern HEXADECIMAL = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern OCTAL = Pattern.compile("0o[0-7]+");
    private static final Pattern DECIMAL =
            Pattern.compile("[-+]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]+)?");
    /** Times become texts that are written otherwise, and Terraform has no number for these. */
    private static final Pattern OTHER =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*|[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    private static final String MERGE = "<<";

    private final KnownText text;
    private final Origin otherwise;

    private YamlText(Value.Str text) {
        this.text = KnownText.of(text);
        this.otherwise = text.origin();
    }

    /** Something that is read in another way than Terraform reads it. */
    private static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1;

        Unread() {
            super(null, null, false, false);
        }
    }

    /** What a known text means; empty when it is none that is read here. */
    static Optional<Value> read(Value.Str text) {
        if (text.text().isBlank()) {
            return Optional.empty();
        }
        return switch (YamlReader.read(new SourceFile("", text.text()))) {
            case YamlReader.Result.Refused ignored -> Optional.empty();
            case YamlReader.Result.Found found ->
                found.problems().isEmpty() ? new YamlText(text).whole(found.root()) : Optional.empty();
        };
    }

    private Optional<Value> whole(YamlNode root) {
        try {
            return Optional.of(value(root));
        } catch (Unread unread) {
            return Optional.empty();
        }
    }

    private Value value(YamlNode node) {
        return switch (node) {
            case YamlNode.Mapping mapping -> mapping(mapping);
            case YamlNode.Sequence sequence -> {
                List<Element> elements = new ArrayList<>();
                sequence.items().forEach(item -> elements.add(new Element.One(value(item), Guard.ALWAYS)));
                yield new Value.Seq(Value.Seq.Shape.TUPLE, elements, origin(sequence.span()));
            }
            case YamlNode.Scalar scalar -> scalar(scalar);
        };
    }

    private Value mapping(YamlNode.Mapping mapping) {
        Map<String, Pair> pairs = new LinkedHashMap<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            if (entry.key().text().equals(MERGE)) {
                merged(entry.value()).forEach(pair -> put(pair, pairs));
            } else {
                put(new Pair.One(key(entry.key()), value(entry.value()), Guard.ALWAYS), pairs);
            }
        }
        return new Value.Dict(true, List.copyOf(pairs.values()), origin(mapping.span()));
    }

    /** The last in the text wins, what is merged in too. */
    private static void put(Pair pair, Map<String, Pair> pairs) {
        if (pair instanceof Pair.One one) {
            pairs.put(one.key().text(), one);
        }
    }

    private List<Pair> merged(YamlNode node) {
        if (value(node) instanceof Value.Dict mapping) {
            return mapping.pairs();
        }
        throw new Unread();
    }

    private Value.Str key(YamlNode.Scalar key) {
        return switch (Conversion.convert(scalar(key), Types.STRING)) {
            case Value.Str text -> text;
            case Value ignored -> throw new Unread();
        };
    }

    private Value scalar(YamlNode.Scalar scalar) {
        Origin origin = origin(scalar.span());
        String written = scalar.span().text().replaceFirst("^&\\S+\\s*", "");
        if (written.startsWith("!")) {
            return tagged(written, scalar, origin);
        }
        return written.equals(scalar.text()) ? word(written, origin) : text(scalar.text(), origin);
    }

    private static Value tagged(String written, YamlNode.Scalar scalar, Origin origin) {
        if (written.startsWith("!!str ")) {
            return text(scalar.text(), origin);
        }
        throw new Unread();
    }

    /** What is written without quotes may mean something else than itself. */
    private static Value word(String word, Origin origin) {
        if (NULL.contains(word)) {
            return new Value.Null(origin);
        }
        if (TRUE.contains(word) || FALSE.contains(word)) {
            return new Value.Bool(TRUE.contains(word), origin);
        }
        if (OTHER.matcher(word).matches()) {
            throw new Unread();
        }
        return number(word).<Value>map(number -> new Value.Num(number, origin)).orElseGet(() -> text(word, origin));
    }

    private static Value.Str text(String text, Origin origin) {
        return Value.Str.of(Strings.composed(text), origin);
    }

    private static Optional<BigDecimal> number(String word) {
        if (HEXADECIMAL.matcher(word).matches()) {
            return Optional.of(new BigDecimal(new BigInteger(word.substring(2), 16)));
        }
        if (OCTAL.matcher(word).matches()) {
            return Optional.of(new BigDecimal(new BigInteger(word.substring(2), 8)));
        }
        return DECIMAL.matcher(word).matches() ? Optional.of(decimal(word)) : Optional.empty();
    }

    /** Zeros in front mean nothing, and a part before or behind the point may be left out. */
    private static BigDecimal decimal(String word) {
        boolean negative = word.startsWith("-");
        String digits = word.startsWith("+") || negative ? word.substring(1) : word;
        String whole = digits.replaceFirst("^0+(?=[0-9])", "").replaceFirst("\\.(?![0-9])", "");
        BigDecimal number =
                Conversion.parse(whole.startsWith(".") ? "0" + whole : whole).orElseThrow(Unread::new);
        if (negative && number.signum() == 0) {
            throw new Unread();
        }
        return negative ? number.negate() : number;
    }

    private Origin origin(Span span) {
        return text.origin(span.start(), span.end()).orElse(otherwise);
    }
}
