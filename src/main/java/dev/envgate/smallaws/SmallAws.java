package dev.envgate.smallaws;

/** A server on the loopback address that answers as AWS does, for one world. */
public final class SmallAws implements AutoCloseable {
    private SmallAws() {}

    /** Starts on a free port. */
    public static SmallAws start(World world) {
        return new SmallAws();
    }

    /** For {@code --endpoint-url} and {@code AWS_ENDPOINT_URL}. */
    public String endpointUrl() {
        return "";
    }

    @Override
    public void close() {}
}
