package dev.envgate.hcl;

import static dev.envgate.hcl.Function.named;
import static dev.envgate.hcl.Types.ANY;
import static dev.envgate.hcl.Types.STRING;

import dev.envgate.hcl.Value.Piece;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** Functions that write values as text and read them back. */
final class EncodingFunctions {
    private EncodingFunctions() {}

    static List<Function> all() {
        return Functions.family(
                named("jsonencode").takesAnything().gives(STRING, call -> encoded(call, Encoding.JSON)),
                named("jsondecode").takesPartly(STRING).gives(ANY, EncodingFunctions::jsonDecode),
                named("yamlencode").takesAnything().gives(STRING, call -> encoded(call, Encoding.YAML)),
                named("yamldecode").takesPartly(STRING).gives(ANY, EncodingFunctions::yamlDecode),
                named("csvdecode").takes(STRING).gives(ANY, call -> Csv.decode(call)),
                named("base64encode").takesPartly(STRING).gives(STRING, EncodingFunctions::base64Encode),
                named("base64decode").takesPartly(STRING).gives(STRING, EncodingFunctions::base64Decode),
                named("base64gzip").takes(STRING).gives(STRING, EncodingFunctions::gzip),
                named("textencodebase64").takes(STRING).takes(STRING).gives(STRING, EncodingFunctions::textEncode),
                named("textdecodebase64").takes(STRING).takes(STRING).gives(STRING, EncodingFunctions::textDecode),
                named("urlencode").takes(STRING).gives(STRING, call -> call.formOf(0, urlEncode(call.text(0)))));
    }

    private static Value encoded(Invocation call, Encoding encoding) {
        Value structure = call.argument(0);
        return Calls.failed(structure)
                ? structure
                : new Value.Str(List.of(new Piece.Encoded(encoding, structure)), call.origin());
    }

    private static Value jsonDecode(Invocation call) {
        Value decoded = JsonText.read(call.string(0));
        if (decoded instanceof Value.Unknown unknown && Calls.failed(unknown)) {
            return call.site().failed(unknown.cause());
        }
        return call.origin().sensitive() ? decoded.withOrigin(decoded.origin().asSensitive()) : decoded;
    }

    private static Value yamlDecode(Invocation call) {
        List<Piece> pieces = call.string(0).pieces();
        if (pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Encoded(Encoding encoding, Value structure)
                && encoding != Encoding.BASE64) {
            return TakenOut.of(call.argument(0), Decoded.of(structure));
        }
        Optional<Value> read = call.string(0).known() ? YamlText.read(call.string(0)) : Optional.empty();
        return read.map(value -> TakenOut.of(call.argument(0), value))
                .orElseGet(() -> call.string(0).known()
                        ? call.site().unsupported("`yamldecode` does not read this text")
                        : call.site().derived(ANY, call.argument(0)));
    }

    private static Value base64Encode(Invocation call) {
        return encoded(call, Encoding.BASE64);
    }

    private static Value base64Decode(Invocation call) {
        List<Piece> pieces = call.string(0).pieces();
        if (pieces.size() == 1
                && pieces.getFirst() instanceof Piece.Encoded(Encoding encoding, Value structure)
                && encoding == Encoding.BASE64) {
            return TakenOut.of(call.argument(0), structure);
        }
        if (!call.string(0).known()) {
            return call.site().derived(STRING, call.argument(0));
        }
        return bytes(call.text(0))
                .flatMap(bytes -> text(bytes, StandardCharsets.UTF_8))
                .<Value>map(text -> call.answer(Strings.composed(text)))
                .orElseGet(() -> call.failed("this is no text in Base64"));
    }

    private static Optional<byte[]> bytes(String base64) {
        if (base64.replaceAll("[\r\n]", "").length() % 4 != 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(Base64.getDecoder().decode(base64.replaceAll("[\r\n]", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> text(byte[] bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    // The bytes depend on the compressor, and every one differs from Terraform's.
    private static Value gzip(Invocation call) {
        return call.site().unsupported("`base64gzip` is not evaluated");
    }

    private static Optional<Charset> charset(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static Value textEncode(Invocation call) {
        Optional<Charset> charset = charset(call.text(1));
        if (charset.isEmpty()) {
            return call.failed("there is no such encoding");
        }
        try {
            ByteBuffer bytes = charset.get().newEncoder().encode(CharBuffer.wrap(call.text(0)));
            byte[] exact = new byte[bytes.remaining()];
            bytes.get(exact);
            return call.answer(Base64.getEncoder().encodeToString(exact));
        } catch (CharacterCodingException | UnsupportedOperationException e) {
            return call.failed("the text has characters that this encoding lacks");
        }
    }

    private static Value textDecode(Invocation call) {
        Optional<Charset> charset = charset(call.text(1));
        return charset.flatMap(one -> bytes(call.text(0)).flatMap(bytes -> text(bytes, one)))
                .<Value>map(text -> call.answer(Strings.composed(text)))
                .orElseGet(() -> call.failed("this is no text of that encoding in Base64"));
    }

    private static String urlEncode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "-_.~".indexOf(c) >= 0) {
                encoded.append(c);
            } else if (c == ' ') {
                encoded.append('+');
            } else {
                encoded.append('%').append(String.format("%02X", (int) c));
            }
        }
        return encoded.toString();
    }
}
