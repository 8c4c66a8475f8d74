package dev.envgate.aws;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.ValueLook;
import java.math.BigDecimal;
import java.util.Locale;

/** Judges a value as the ECS agent uses it. What it gives holds nothing of the value, and what it throws would not either. */
final class ValueLooks {
    /** Numbers stay as they are written, so that it can be seen whether ECS writes them in the same way. */
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build()
            .reader();

    /** The digits before the point from which on the agent writes a number with an exponent, and the zeros after it. */
    private static final int LARGEST = 6;

    private static final int SMALLEST = -4;

    private ValueLooks() {}

    /** A value that is handed over as it is stored. */
    static Contents of(String value) {
        return new Contents.Text(
                value.isEmpty()
                        ? Contents.Look.EMPTY
                        : new ValueLook(value).isLeftToReplace() ? Contents.Look.PLACEHOLDER : Contents.Look.MEANT);
    }

    /** A member of a value that is to be JSON. */
    static Contents member(String value, String key) {
        JsonNode whole = parse(value);
        if (!whole.isObject()) {
            return new Contents.NotJson();
        }
        JsonNode member = whole.path(key);
        return member instanceof MissingNode ? new Contents.WithoutKey(meant(whole, key)) : of(member);
    }

    private static JsonNode parse(String value) {
        try {
            return JSON.readTree(value);
        } catch (JsonProcessingException e) {
            // The exception quotes the value: it ends here.
            return MissingNode.getInstance();
        }
    }

    /** The keys of a secret are shown to nobody, but for one that the reference all but names. */
    private static String meant(JsonNode whole, String key) {
        return whole.propertyStream()
                .map(each -> each.getKey())
                .filter(each -> plain(each).equals(plain(key)))
                .findFirst()
                .orElse("");
    }

    private static String plain(String key) {
        return key.replaceAll("[_.\\s-]", "").toLowerCase(Locale.ROOT);
    }

    private static Contents of(JsonNode member) {
        return switch (member.getNodeType()) {
            case STRING -> of(member.textValue());
            case NUMBER ->
                isKept(member.decimalValue())
                        ? new Contents.Text(Contents.Look.MEANT)
                        : new Contents.Changed(Contents.Form.NUMBER);
            case BOOLEAN -> new Contents.Text(Contents.Look.MEANT);
            case ARRAY -> new Contents.Changed(Contents.Form.LIST);
            case NULL -> new Contents.Changed(Contents.Form.NULL);
            case OBJECT, BINARY, MISSING, POJO -> new Contents.Changed(Contents.Form.OBJECT);
        };
    }

    /** Whether a number comes out as it is stored: the agent reads it into 64 bits, and writes it with the fewest digits. */
    private static boolean isKept(BigDecimal stored) {
        BigDecimal written = new BigDecimal(Double.toString(stored.doubleValue())).stripTrailingZeros();
        int exponent = written.signum() == 0 ? 0 : written.precision() - written.scale() - 1;
        return exponent >= SMALLEST
                && exponent < LARGEST
                && written.toPlainString().equals(stored.toPlainString());
    }
}
