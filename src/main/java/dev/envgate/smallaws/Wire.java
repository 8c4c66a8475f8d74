package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** HTTP as the SDK speaks it with these services: calls in JSON 1.1, as a form for IAM and STS, or by path for S3, and answers in JSON, XML or as they are. */
final class Wire {
    private static final Map<String, String> SERVICES = Map.of(
            "AmazonEC2ContainerServiceV20141113",
            "ecs",
            "secretsmanager",
            "secretsmanager",
            "AmazonSSM",
            "ssm",
            "TrentService",
            "kms",
            "AWSEvents",
            "events",
            "AmazonEC2ContainerRegistry_V20150921",
            "ecr");
    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([^/]*)/[^/]*/([^/]*)/([^/]*)/");
    private static final int MOST = 1 << 20;

    private Wire() {}

    /** The next call on a connection; empty when the client has hung up or does not speak HTTP. */
    static Optional<Call> read(BufferedInputStream in) throws IOException {
        try {
            return whole(in);
        } catch (EOFException e) {
            return Optional.empty();
        }
    }

    private static Optional<Call> whole(BufferedInputStream in) throws IOException {
        Map<String, String> head = head(in);
        if (head.isEmpty()) {
            return Optional.empty();
        }
        int length = Math.min(MOST, Integer.parseInt(head.getOrDefault("content-length", "0")));
        byte[] body = in.readNBytes(length);
        // A client that was told to stop hangs up in the middle of a call: that is none.
        return body.length < length ? Optional.empty() : Optional.of(call(head, body));
    }

    /** The fields by their names in small letters; the first line, which has none, is under {@code ""}. */
    private static Map<String, String> head(InputStream in) throws IOException {
        Map<String, String> head = new HashMap<>();
        String first = line(in);
        if (!first.isEmpty()) {
            head.put("", first);
        }
        for (String line = line(in); !line.isEmpty(); line = line(in)) {
            int colon = line.indexOf(':');
            head.put(
                    line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return head;
    }

    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n' && line.length() < MOST; next = in.read()) {
            if (next < 0) {
                throw new EOFException();
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static Call call(Map<String, String> head, byte[] body) {
        Matcher credential = CREDENTIAL.matcher(head.getOrDefault("authorization", ""));
        boolean signed = credential.find();
        String service = signed ? credential.group(3) : "";
        String target = head.getOrDefault("x-amz-target", "");
        JsonNode input =
                target.isEmpty() ? byPath(service, head, body) : located(operation(target), World.read(body), head);
        return new Call(
                target.isEmpty() ? operation(service, head, input) : operation(target),
                signed ? credential.group(2) : "",
                signed ? credential.group(1) : "",
                input);
    }

    /** ECR answers with addresses at the server that was asked. */
    private static JsonNode located(String operation, JsonNode input, Map<String, String> head) {
        return operation.startsWith("ecr:") ? Ecr.located(input, head.getOrDefault("host", "")) : input;
    }

    private static JsonNode byPath(String service, Map<String, String> head, byte[] body) {
        return switch (service) {
            case S3.SERVICE -> S3.input(path(head));
            case Scheduler.SERVICE -> Scheduler.input(target(head));
            default -> Ecr.isLayer(path(head)) ? Ecr.input(path(head)) : form(body);
        };
    }

    private static String operation(String service, Map<String, String> head, JsonNode input) {
        return switch (service) {
            case S3.SERVICE -> S3.operation(head.getOrDefault("", "").split(" ", 2)[0], input);
            case Scheduler.SERVICE -> Scheduler.operation(input);
            case "iam" -> "iam:" + input.path("Action").asText();
            default ->
                Ecr.isLayer(path(head))
                        ? Ecr.LAYER
                        : "sts:" + input.path("Action").asText();
        };
    }

    /** What is asked for, without the query. */
    private static String path(Map<String, String> head) {
        return target(head).split("\\?", 2)[0];
    }

    private static String target(Map<String, String> head) {
        String[] words = head.getOrDefault("", "").split(" ", 3);
        return words.length < 2 ? "" : words[1];
    }

    private static String operation(String target) {
        int dot = target.lastIndexOf('.');
        String prefix = target.substring(0, Math.max(0, dot));
        return SERVICES.getOrDefault(prefix, prefix) + ":" + target.substring(dot + 1);
    }

    private static JsonNode form(byte[] body) {
        ObjectNode fields = World.object();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(parts[0], parts.length < 2 ? "" : URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return fields;
    }

    static byte[] success(Call call, ObjectNode answer) {
        if (isS3(call)) {
            byte[] body = answer.path("Body").asText().getBytes(StandardCharsets.UTF_8);
            return response(
                    200,
                    "binary/octet-stream\r\nETag: \"of-%d\"\r\nLast-Modified: %s"
                            .formatted(
                                    body.length,
                                    date(answer.path("LastModified").asLong())),
                    body);
        }
        return isForm(call)
                ? response(200, "text/xml", xml(call, answer))
                : response(200, "application/x-amz-json-1.1", World.bytes(answer));
    }

    private static String date(long seconds) {
        return DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.ofEpochSecond(seconds).atOffset(ZoneOffset.UTC));
    }

    static byte[] failure(Call call, Refusal refusal) {
        if (isS3(call)) {
            return response(refusal.status(), "application/xml", error(refusal));
        }
        if (isForm(call)) {
            return response(refusal.status(), "text/xml", errorXml(refusal));
        }
        String member = call.operation().startsWith("secretsmanager:") ? "Message" : "message";
        ObjectNode error = World.object().put("__type", refusal.code()).put(member, refusal.getMessage());
        return response(refusal.status(), "application/x-amz-json-1.1", World.bytes(error));
    }

    /** What S3 answers, also at an address that ECR gave. */
    private static boolean isS3(Call call) {
        return call.operation().startsWith("s3:") || call.operation().equals(Ecr.LAYER);
    }

    private static byte[] error(Refusal refusal) {
        return ("<Error><Code>" + refusal.code() + "</Code><Message>" + escape(String.valueOf(refusal.getMessage()))
                        + "</Message></Error>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isForm(Call call) {
        return call.operation().startsWith("sts:") || call.operation().startsWith("iam:");
    }

    private static byte[] xml(Call call, ObjectNode answer) {
        String action = call.operation().substring("sts:".length());
        String version = call.operation().startsWith("sts:")
                ? "https://sts.amazonaws.com/doc/2011-06-15/"
                : "https://iam.amazonaws.com/doc/2010-05-08/";
        return ("<" + action + "Response xmlns=\"" + version + "\"><" + action + "Result>"
                        + elements(answer)
                        + "</" + action + "Result></" + action + "Response>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String elements(JsonNode node) {
        if (node.isArray()) {
            return node.valueStream()
                    .map(each -> "<member>" + elements(each) + "</member>")
                    .collect(Collectors.joining());
        }
        return node.isObject()
                ? node.propertyStream()
                        .map(each -> "<" + each.getKey() + ">" + elements(each.getValue()) + "</" + each.getKey() + ">")
                        .collect(Collectors.joining())
                : escape(node.asText());
    }

    private static byte[] errorXml(Refusal refusal) {
        return ("<ErrorResponse><Error><Type>Sender</Type><Code>" + refusal.code() + "</Code><Message>"
                        + escape(String.valueOf(refusal.getMessage()))
                        + "</Message></Error></ErrorResponse>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static byte[] response(int status, String type, byte[] body) {
        ByteArrayOutputStream response = new ByteArrayOutputStream();
        response.writeBytes(("HTTP/1.1 " + status + " -\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length
                        + "\r\nx-amzn-RequestId: 00000000-0000-0000-0000-000000000000\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1));
        response.writeBytes(body);
        return response.toByteArray();
    }
}
