package dev.envgate.smallaws;

import java.io.IOException;
import java.net.Socket;

/** What happens to a call instead of being answered well. The connection goes on unless the fault closes it. */
@FunctionalInterface
public interface Fault {
    /**
     * Does it.
     *
     * @param answer the whole HTTP response that would have been sent
     */
    void play(byte[] answer, Socket client) throws IOException;

    /** A response byte for byte, its head included. */
    static Fault response(byte[] response) {
        return (answer, client) -> {
            client.getOutputStream().write(response);
            client.getOutputStream().flush();
        };
    }
}
