package dev.envgate.smallaws;

/** A server on the loopback address that answers as AWS does, for one world. */
public final class SmallAws implements AutoCloseable {
    private SmallAws() {}

    /** Starts on a free port. */
    public static SmallAws start(World world) {
        throw new UnsupportedOperationException(world.toString());
    }

    /** For {@code --endpoint-url} and {@code AWS_ENDPOINT_URL}. */
    public String endpointUrl() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}
