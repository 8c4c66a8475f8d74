package dev.envgate.aws;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Stands between the SDK and the network: lets nothing out that {@link Operation} does not list, and sends at the pace of the run. */
final class Guard implements ExecutionInterceptor {
    private static final ExecutionAttribute<Operation> OPERATION = new ExecutionAttribute<>("envgate.operation");
    private static final ExecutionAttribute<Long> SENT = new ExecutionAttribute<>("envgate.sent");

    /** The call that a thread makes: whoever is told that it was throttled is not told which it was. */
    private static final ThreadLocal<Optional<Operation>> UNDER_WAY = ThreadLocal.withInitial(Optional::empty);

    private final Traffic traffic;
    private final Pacers.Where where;

    Guard(Traffic traffic, Pacers.Where where) {
        this.traffic = traffic;
        this.where = where;
    }

    /** AWS wants the call that this thread makes less often. */
    void throttled() {
        UNDER_WAY.get().ifPresent(operation -> traffic.throttled(where, operation));
    }

    @Override
    public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
        attributes.putAttribute(OPERATION, listed(attributes));
    }

    /** Looked up once for each call, which asks for it at every step. */
    private static Operation operation(ExecutionAttributes attributes) {
        Operation known = attributes.getAttribute(OPERATION);
        return known == null ? listed(attributes) : known;
    }

    private static Operation listed(ExecutionAttributes attributes) {
        String service = attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME);
        String operation = attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME);
        return Operation.of(service, operation)
                .orElseThrow(() -> new IllegalStateException(
                        "`Operation` does not list " + service + " " + operation + ", so it is not called."));
    }

    @Override
    public void beforeTransmission(Context.BeforeTransmission context, ExecutionAttributes attributes) {
        Operation operation = operation(attributes);
        UNDER_WAY.set(Optional.of(operation));
        traffic.send(where, operation);
        attributes.putAttribute(SENT, System.nanoTime());
    }

    @Override
    public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
        Long sent = attributes.getAttribute(SENT);
        traffic.answered(where, operation(attributes), sent == null ? 0 : System.nanoTime() - sent);
    }

    @Override
    public Optional<InputStream> modifyHttpResponseContent(
            Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
        Operation operation = operation(attributes);
        return context.responseBody().map(body -> new Counted(body, operation));
    }

    private final class Counted extends FilterInputStream {
        private final Operation operation;

        Counted(InputStream body, Operation operation) {
            super(body);
            this.operation = operation;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            traffic.read(operation, read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = super.read(into, offset, length);
            traffic.read(operation, Math.max(0, read));
            return read;
        }
    }
}
