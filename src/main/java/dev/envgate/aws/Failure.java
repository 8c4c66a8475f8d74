package dev.envgate.aws;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Stored;
import dev.envgate.text.Escape;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.xml.stream.XMLStreamException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.thirdparty.jackson.core.JsonProcessingException;

/**
 * Why something is not known, for a person.
 *
 * @param why a sentence
 * @param hint what to do about it
 */
record Failure(Trouble trouble, String why, String hint) {
    private static final int LONGEST_MESSAGE = 400;

    /** The more telling cause stands first; a peer that does not speak HTTP comes as an unchecked exception. */
    private static final List<Transport> TRANSPORT = List.of(
            new Transport(UnknownHostException.class, Trouble.NO_ADDRESS),
            new Transport(SocketTimeoutException.class, Trouble.SILENT),
            new Transport(ConnectException.class, Trouble.NO_CONNECTION),
            new Transport(NoRouteToHostException.class, Trouble.NO_CONNECTION),
            new Transport(SSLException.class, Trouble.NOT_SECURE),
            new Transport(SocketException.class, Trouble.BROKEN),
            new Transport(JsonProcessingException.class, Trouble.UNREADABLE),
            new Transport(XMLStreamException.class, Trouble.UNREADABLE),
            new Transport(UncheckedIOException.class, Trouble.UNREADABLE),
            new Transport(IOException.class, Trouble.BROKEN));

    private static final Pattern TUNNEL = Pattern.compile("Unable to tunnel through proxy(?:.*? (\\d{3})\\b)?");

    private record Transport(Class<? extends Throwable> cause, Trouble trouble) {}

    /** A trouble that no error of AWS stands behind. */
    static Failure of(Trouble trouble, Action action) {
        return fill(trouble, action, "", "");
    }

    /** What an exception of the SDK means. */
    static Failure of(Action action, RuntimeException thrown) {
        return ofNetwork(action, thrown).orElseGet(() -> of(Trouble.NOT_MADE, action));
    }

    /** The same, where a service answered or the network did not let it. */
    static Optional<Failure> ofNetwork(Action action, RuntimeException thrown) {
        return ofAnswer(action, thrown)
                .or(() -> ofProxy(action, thrown))
                .or(() -> transport(thrown).map(trouble -> of(trouble, action)));
    }

    /** The runtime has no class of its own for a proxy that refuses, only words. */
    private static Optional<Failure> ofProxy(Action action, RuntimeException thrown) {
        return causes(thrown)
                .map(each -> TUNNEL.matcher(Names.text(each.getMessage())))
                .filter(Matcher::find)
                .findFirst()
                .map(refused -> fill(
                        Trouble.PROXY, action, refused.group(1) == null ? "" : " (HTTP " + refused.group(1) + ")", ""));
    }

    private static Optional<Failure> ofAnswer(Action action, RuntimeException thrown) {
        return causes(thrown)
                .filter(AwsServiceException.class::isInstance)
                .map(AwsServiceException.class::cast)
                .findFirst()
                .map(answered -> ofAnswer(action, answered));
    }

    private static Failure ofAnswer(Action action, AwsServiceException answered) {
        Optional<AwsErrorDetails> details = Optional.ofNullable(answered.awsErrorDetails());
        String code = details.map(AwsErrorDetails::errorCode).orElse("");
        String says = details.map(AwsErrorDetails::errorMessage).orElse("");
        String shown = code.isEmpty() ? "HTTP " + answered.statusCode() : Action.quote(code);
        return fill(Trouble.of(code, answered.statusCode(), says), action, " (" + shown + ")", says);
    }

    /** Where no answer came there is no code to tell by, only what the network made of it. */
    private static Optional<Trouble> transport(RuntimeException thrown) {
        return TRANSPORT.stream()
                .filter(row -> causes(thrown).anyMatch(row.cause::isInstance))
                .map(Transport::trouble)
                .findFirst();
    }

    static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).limit(20);
    }

    private static Failure fill(Trouble trouble, Action action, String code, String says) {
        String why = trouble.why()
                .replace("{call}", action.call())
                .replace("{about}", action.names().isEmpty() ? "" : " for " + action.names())
                .replace("{names}", action.names())
                .replace("{place}", action.place())
                .replace("{code}", code)
                .replace("{says}", says.isEmpty() ? "" : ", saying: " + shortened(says));
        String hint = trouble.hint().replace("{call}", action.call()).replace("{word}", word(action.names()));
        return new Failure(trouble, why, hint);
    }

    /** A name as a word of a command line. */
    private static String word(String quoted) {
        String name = quoted.replace("`", "");
        return name.matches("[\\w.@+-]+") ? name : "'" + name + "'";
    }

    private static String shortened(String message) {
        String shown = Escape.terminal(message.strip()).replaceFirst("\\.+$", "");
        return shown.length() <= LONGEST_MESSAGE ? shown : shown.substring(0, LONGEST_MESSAGE) + "…";
    }

    /** Why, as half a sentence that can follow "not known:". */
    String half() {
        return Character.toLowerCase(why.charAt(0)) == why.charAt(0) || why.startsWith("AWS")
                ? why.replaceFirst("\\.$", "")
                : Character.toLowerCase(why.charAt(0)) + why.substring(1).replaceFirst("\\.$", "");
    }

    Stored stored() {
        return new Stored.NotSeen(why, hint);
    }

    /** A caller who may not ask IAM leaves the matter open; any other question without an answer has failed. */
    Access access() {
        return trouble == Trouble.DENIED ? new Access.Undecidable(why, hint) : new Access.NotSeen(why, hint);
    }

    Changed changed() {
        return new Changed.NotSeen(half(), hint);
    }

    Deployment deployment() {
        return new Deployment.NotSeen(why, hint);
    }
}
