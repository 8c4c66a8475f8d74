package dev.envgate.ledger;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An address that answers after a deploy, and what it is to answer, as the configuration says.
 *
 * @param address begins with {@code https://} or {@code http://} and a host
 * @param headers as written: <code>${NAME}</code> in them stands for an environment variable
 * @param body the file that is sent, relative to the configuration; empty for none
 * @param statuses the codes that are fine; every one below 500 when there is none
 * @param contains texts that have to be in the answer
 * @param omits texts that must not be in it
 * @param tries how often it is called at most
 * @param timeout how long one call may take, to the last byte
 * @param place where the configuration has it
 */
public record Endpoint(
        String method,
        String address,
        Map<String, String> headers,
        String body,
        List<Integer> statuses,
        List<String> contains,
        List<String> omits,
        int tries,
        Duration timeout,
        Place place) {
    public Endpoint {
        headers = Map.copyOf(headers);
        statuses = List.copyOf(statuses);
        contains = List.copyOf(contains);
        omits = List.copyOf(omits);
    }

    /** Method, host and path; what stands behind a question mark may be a secret. */
    public String shown() {
        int query = address.indexOf('?');
        return method + " " + (query < 0 ? address : address.substring(0, query));
    }

    /** Whether a status is fine. */
    public boolean expects(int status) {
        return statuses.isEmpty() ? status < 500 : statuses.contains(status);
    }

    /** A header may be a key. */
    @Override
    public String toString() {
        return shown();
    }
}
