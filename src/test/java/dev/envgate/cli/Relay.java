package dev.envgate.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;

/** A server on the loopback address that hands everything on to another: in the clear what comes encrypted, or as a proxy does. */
final class Relay implements AutoCloseable {
    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();
    private final Meeting meeting;

    private interface Meeting {
        /** The connection to go on with, when the client has been met. */
        Socket meet(Relay relay, Socket client) throws IOException;
    }

    private Relay(ServerSocketFactory factory, Meeting meeting) {
        try {
            server = factory.createServerSocket(0, 100, InetAddress.ofLiteral("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        this.meeting = meeting;
        inBackground(this::accept);
    }

    /** The end of an encrypted connection in front of a server. */
    static Relay ofTls(SSLContext context, int port) {
        return new Relay(context.getServerSocketFactory(), (_, _) -> connect(port));
    }

    /**
     * A proxy that has its own idea of where hosts are.
     *
     * @param login what it asks for, {@code user:password}; empty for nothing
     * @param ports the port of a server by the beginning of a host's name
     */
    static Relay ofProxy(String login, Map<String, Integer> ports) {
        return new Relay(ServerSocketFactory.getDefault(), (relay, client) -> relay.proxy(client, login, ports));
    }

    int port() {
        return server.getLocalPort();
    }

    /** The first line of every request that it let through. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The first line of every request that came without the right login. */
    List<String> refused() {
        return List.copyOf(refused);
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket each : open) {
            each.close();
        }
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                open.add(client);
                inBackground(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket target = meeting.meet(this, client)) {
            open.add(target);
            inBackground(() -> copy(target, client));
            copy(client, target);
        } catch (IOException gone) {
            // One of the two hung up, or the client was refused.
        }
    }

    private Socket proxy(Socket client, String login, Map<String, Integer> ports) throws IOException {
        String head = head(client.getInputStream());
        String first = head.lines().findFirst().orElse("");
        if (!login.isEmpty() && !head.contains(basic(login))) {
            refused.add(first);
            send(
                    client,
                    "HTTP/1.1 407 -\r\nProxy-Authenticate: Basic\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            throw new IOException("refused");
        }
        asked.add(first);
        String host = first.split(" ", 3)[1].replaceFirst("^http://", "");
        Socket target = connect(ports.entrySet().stream()
                .filter(each -> host.startsWith(each.getKey()))
                .mapToInt(Map.Entry::getValue)
                .findFirst()
                .orElseThrow(() -> new IOException("nobody is at " + host)));
        if (first.startsWith("CONNECT ")) {
            send(client, "HTTP/1.1 200 -\r\n\r\n");
        } else {
            send(target, head);
        }
        return target;
    }

    private static String basic(String login) {
        return ": Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8)) + "\r\n";
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the client hung up");
            }
            head.write(next);
        }
        return head.toString(StandardCharsets.ISO_8859_1);
    }

    private static void send(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        to.getOutputStream().flush();
    }

    private static Socket connect(int port) throws IOException {
        return new Socket(InetAddress.ofLiteral("127.0.0.1"), port);
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException gone) {
            // Whoever is left finds out by itself.
        } finally {
            closeQuietly(from);
            closeQuietly(to);
        }
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            // It is closed either way.
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofPlatform().daemon().name("relay").start(work);
    }
}
