package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.HiddenValue;
import dev.envgate.ledger.Likeness;
import dev.envgate.ledger.NameWords;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds out that a value which is not known comes from a secret: a generated password, the content of a secret, a variable that is called one. */
final class SecretSource {
    private static final int LONGEST = 500;
    private static final String NAME = "[A-Za-z_][\\w-]*";
    private static final String INDEX = "(?:\\[[^\\[\\]]{0,80}\\])?";
    private static final Pattern CONTENT = Pattern.compile("(?:data\\.)?(?:aws_secretsmanager_secret_version\\." + NAME
            + INDEX + "\\.secret_(?:string|binary)|(?:ephemeral\\.)?random_password\\." + NAME + INDEX
            + "\\.(?:result|bcrypt_hash)|aws_secretsmanager_random_password\\." + NAME + INDEX
            + "\\.random_password|aws_(?:db_instance|rds_cluster)\\." + NAME + INDEX + "\\.(?:master_)?password)");
    private static final Pattern KEY = Pattern.compile("\\)(?:\\.(" + NAME + ")|\\[\"([^\"]{1,80})\"\\])");
    private static final Pattern VARIABLE = Pattern.compile("var\\.(" + NAME + ")");

    private SecretSource() {}

    /** What is known of a value that is not known as a text. */
    static HiddenValue of(Value value) {
        return texts(value)
                .flatMap(text -> source(text).stream())
                .findFirst()
                .orElseGet(() -> new HiddenValue.Unknown(Reason.cause(value).reason()));
    }

    /** The expressions that stand for what is not known. */
    private static Stream<String> texts(Value value) {
        return Reason.pieces(value).stream()
                .flatMap(piece ->
                        piece instanceof Value.Piece.Hole(Value inside) && inside instanceof Value.Unknown unknown
                                ? Stream.of(unknown.symbol().text())
                                : Stream.empty())
                .filter(text -> text.length() < LONGEST);
    }

    private static Optional<HiddenValue> source(String text) {
        Matcher content = CONTENT.matcher(text);
        if (content.find()) {
            return Optional.of(new HiddenValue.FromSecret(content.group(), key(text)));
        }
        Matcher variable = VARIABLE.matcher(text);
        return variable.matches() && isSecret(variable.group(1))
                ? Optional.of(new HiddenValue.FromSecret(text, ""))
                : Optional.empty();
    }

    private static String key(String text) {
        Matcher key = KEY.matcher(text);
        return key.find() ? Optional.ofNullable(key.group(1)).orElseGet(() -> key.group(2)) : "";
    }

    private static boolean isSecret(String variable) {
        List<String> words = NameWords.of(variable);
        return Likeness.of(words) == Likeness.SECRET;
    }
}
