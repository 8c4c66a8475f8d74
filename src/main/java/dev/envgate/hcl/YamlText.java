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
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads YAML that stands in a string as {@code yamldecode} does, each text in it with its place. Terraform's YAML is that of the
 * version 1.1: {@code yes} and {@code on} are truth values, and keys as well.
 */
final class YamlText {
    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");
    private static final Set<String> FALSE = Set.of("n", "no", "false", "off");
    private static final Pattern TIME = Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}.*");
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
        List<Pair> pairs = new ArrayList<>();
        for (YamlNode.Entry entry : mapping.entries()) {
            pairs.add(new Pair.One(key(entry.key()), value(entry.value()), Guard.ALWAYS));
        }
        return new Value.Dict(true, pairs, origin(mapping.span()));
    }

    private Value.Str key(YamlNode.Scalar key) {
        if (key.text().equals(MERGE)) {
            throw new Unread();
        }
        return switch (Conversion.convert(scalar(key), Types.STRING)) {
            case Value.Str text -> text;
            case Value ignored -> throw new Unread();
        };
    }

    private Value scalar(YamlNode.Scalar scalar) {
        Origin origin = origin(scalar.span());
        return switch (scalar.sort()) {
            case NOTHING -> new Value.Null(origin);
            case TRUTH -> new Value.Bool(scalar.text().equalsIgnoreCase("true"), origin);
            case NUMBER -> new Value.Num(number(scalar.text()), origin);
            case TEXT -> plain(scalar) ? word(scalar.text(), origin) : text(scalar.text(), origin);
        };
    }

    /** Written without quotes, so that it may mean something else than itself. */
    private static boolean plain(YamlNode.Scalar scalar) {
        return scalar.span().text().equals(scalar.text());
    }

    private static Value word(String word, Origin origin) {
        String lower = word.toLowerCase(Locale.ROOT);
        if (TRUE.contains(lower) || FALSE.contains(lower)) {
            return new Value.Bool(TRUE.contains(lower), origin);
        }
        if (TIME.matcher(word).matches()) {
            throw new Unread();
        }
        return text(word, origin);
    }

    private static Value.Str text(String text, Origin origin) {
        return Value.Str.of(Strings.composed(text), origin);
    }

    private static BigDecimal number(String text) {
        try {
            if (text.startsWith("0x") || text.startsWith("0o")) {
                return new BigDecimal(new BigInteger(text.substring(2), text.startsWith("0x") ? 16 : 8));
            }
        } catch (NumberFormatException e) {
            throw new Unread();
        }
        String digits = text.startsWith("+") ? text.substring(1) : text;
        return Conversion.parse(digits.startsWith(".") ? "0" + digits : digits).orElseThrow(Unread::new);
    }

    private Origin origin(Span span) {
        return text.origin(span.start(), span.end()).orElse(otherwise);
    }
}
