package dev.envgate.track;

import java.util.Map;

/** What came of a request. */
sealed interface Reply {
    /**
     * It was answered.
     *
     * @param headers by their names in small letters; the first of each
     */
    record Answered(int status, Map<String, String> headers, String text) implements Reply {
        public Answered {
            headers = Map.copyOf(headers);
        }

        /** A header, empty when it is not there. */
        String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    /**
     * No answer came.
     *
     * @param why half a sentence that can follow "because"
     * @param sent whether it may have been received all the same
     */
    record Broken(String why, boolean sent) implements Reply {}
}
