package dev.envgate.aws;

import dev.envgate.smallaws.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What can go wrong below HTTP. */
final class Faults {
    private Faults() {}

    static Map<String, Fault> quick() {
        Map<String, Fault> all = new LinkedHashMap<>();
        all.put("the connection is reset", (answer, client) -> reset(client));
        all.put("the connection is closed", (answer, client) -> client.close());
        all.put("the body is cut short", (answer, client) -> {
            client.getOutputStream().write(answer, 0, answer.length - 20);
            client.close();
        });
        all.put("the head is cut short", (answer, client) -> {
            client.getOutputStream().write(answer, 0, 30);
            client.close();
        });
        all.put("the body is reset", (answer, client) -> {
            client.getOutputStream().write(answer, 0, answer.length - 20);
            client.getOutputStream().flush();
            reset(client);
        });
        all.put(
                "a sign-in page",
                respond("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<html></html>"));
        all.put("nothing at all", respond("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
        all.put("something else than HTTP", (answer, client) -> {
            client.getOutputStream().write("220 mail.example.org ESMTP\r\n".getBytes(StandardCharsets.US_ASCII));
            client.close();
        });
        all.put(
                "a redirect",
                respond("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"));
        return all;
    }

    /** Those that only the deadline ends. */
    static Map<String, Fault> slow() {
        Map<String, Fault> all = new LinkedHashMap<>();
        all.put("no answer", (answer, client) -> sleep());
        all.put("a head without a body", (answer, client) -> {
            client.getOutputStream().write(answer, 0, endOfHead(answer));
            client.getOutputStream().flush();
            sleep();
        });
        all.put("a body that drips", (answer, client) -> drip(answer, endOfHead(answer), client));
        all.put("a head that drips", (answer, client) -> drip(answer, 1, client));
        all.put("a body without an end", (answer, client) -> endless(client));
        return all;
    }

    private static Fault respond(String response) {
        return Fault.response(response.getBytes(StandardCharsets.US_ASCII));
    }

    private static void reset(Socket client) throws IOException {
        client.setSoLinger(true, 0);
        client.close();
    }

    private static int endOfHead(byte[] answer) {
        return new String(answer, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    private static void drip(byte[] answer, int atOnce, Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(answer, 0, atOnce);
        for (byte each : Arrays.copyOfRange(answer, atOnce, answer.length)) {
            out.flush();
            sleep(2_000);
            out.write(each);
        }
    }

    private static void endless(Socket client) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write("HTTP/1.1 200 OK\r\nContent-Type: application/x-amz-json-1.1\r\n\r\n{\"a\":\""
                .getBytes(StandardCharsets.US_ASCII));
        while (!client.isClosed()) {
            out.write(new byte[64]);
            out.flush();
            sleep(50);
        }
    }

    private static void sleep() {
        sleep(60_000);
    }

    private static void sleep(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
