package dev.envgate.track;

import java.net.URI;
import java.util.Map;

/** One request. Its headers may hold a token, so they are not shown. */
record Call(String method, URI address, Map<String, String> headers, String body) {
    Call {
        headers = Map.copyOf(headers);
    }

    /** The same to another address of the same server. */
    Call at(URI other) {
        return new Call(method, other, headers, body);
    }

    @Override
    public String toString() {
        return method + " " + Origins.of(address);
    }
}
