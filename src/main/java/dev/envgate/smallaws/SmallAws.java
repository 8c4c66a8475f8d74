package dev.envgate.smallaws;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;
import java.util.function.Predicate;

/**
 * A server on the loopback address that answers as AWS does, for one world. It speaks HTTP on a plain socket, so that any call, the
 * first or the tenth, can be met by any fault, a broken connection included.
 */
public final class SmallAws implements AutoCloseable {
    private static final Map<String, Operation> OPERATIONS = operations();

    private final ServerSocket server;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final List<Call> calls = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Misfortune> misfortunes = new CopyOnWriteArrayList<>();
    private final Conditions conditions;
    private volatile Worlds worlds;

    private SmallAws(ServerSocket server, Worlds worlds, Conditions conditions) {
        this.server = server;
        this.worlds = worlds;
        this.conditions = conditions;
    }

    /** Starts on a free port. */
    public static SmallAws start(World world) {
        return start(_ -> world, Conditions.IDEAL);
    }

    /** Starts on a free port, with what each caller finds. */
    public static SmallAws start(Worlds worlds, Conditions conditions) {
        try {
            SmallAws started =
                    new SmallAws(new ServerSocket(0, 1000, InetAddress.ofLiteral("127.0.0.1")), worlds, conditions);
            inBackground(started::accept);
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code --endpoint-url} and {@code AWS_ENDPOINT_URL}. */
    public String endpointUrl() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** From now on another world is served, as after a deploy. */
    public void become(World other) {
        worlds = _ -> other;
    }

    /**
     * Spoils calls of an operation.
     *
     * @param times which calls of the operation, counted from 1
     */
    public void spoil(String operation, IntPredicate times, Fault fault) {
        misfortunes.add(new Misfortune(operation, (_, count) -> times.test(count), fault));
    }

    /** Spoils those calls of an operation that ask for something. */
    public void spoilThose(String operation, Predicate<Call> those, Fault fault) {
        misfortunes.add(new Misfortune(operation, (call, _) -> those.test(call), fault));
    }

    /** Every call so far, in the order they came in. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** The operations that were asked for and that nobody has written here: a test that sees one has failed. */
    public List<String> unknownOperations() {
        return calls().stream()
                .map(Call::operation)
                .filter(operation -> !OPERATIONS.containsKey(operation))
                .toList();
    }

    @Override
    public void close() {
        closeQuietly(server);
        clients.forEach(SmallAws::closeQuietly);
    }

    private static Map<String, Operation> operations() {
        Map<String, Operation> all = new HashMap<>(Ecs.OPERATIONS);
        all.putAll(SecretsManager.OPERATIONS);
        all.putAll(Ssm.OPERATIONS);
        all.putAll(EventBridge.OPERATIONS);
        all.putAll(S3.OPERATIONS);
        all.putAll(Scheduler.OPERATIONS);
        all.putAll(Sts.OPERATIONS);
        all.putAll(Iam.OPERATIONS);
        all.putAll(Kms.OPERATIONS);
        all.putAll(Ecr.OPERATIONS);
        return Map.copyOf(all);
    }

    private void accept() {
        try {
            while (!server.isClosed()) {
                Socket client = server.accept();
                clients.add(client);
                inBackground(() -> serve(client));
            }
        } catch (IOException closed) {
            close();
        }
    }

    private void serve(Socket client) {
        try (client) {
            BufferedInputStream in = new BufferedInputStream(client.getInputStream());
            for (Optional<Call> call = Wire.read(in); call.isPresent(); call = Wire.read(in)) {
                answer(call.get(), client);
            }
        } catch (IOException gone) {
            // The client went away, or a fault closed the connection: there is nobody left to tell.
        } finally {
            clients.remove(client);
        }
    }

    private void answer(Call call, Socket client) throws IOException {
        Fault fault = fault(call).orElse(SmallAws::send);
        byte[] answer = response(call);
        conditions.travel();
        fault.play(answer, client);
    }

    /** Records the call, and says what is to happen to it. */
    private synchronized Optional<Fault> fault(Call call) {
        calls.add(call);
        int count = counts.merge(call.operation(), 1, Integer::sum);
        return misfortunes.stream()
                .filter(each -> each.operation.equals(call.operation()) && each.times.test(call, count))
                .map(each -> each.fault)
                .findFirst();
    }

    private byte[] response(Call call) {
        try {
            World world = worlds.of(call);
            conditions.meet(world.account(), call);
            if (world.denies(call.operation())) {
                throw new Refusal(
                        call.operation().matches("(iam|sts|s3):.*") ? 403 : 400,
                        call.operation().matches("(iam|sts|s3):.*") ? "AccessDenied" : "AccessDeniedException",
                        "User is not authorized to perform: " + call.operation());
            }
            Operation operation = Optional.ofNullable(OPERATIONS.get(call.operation()))
                    .orElseThrow(() -> new Refusal(501, "UnknownOperationException", "Nobody wrote this one."));
            return Wire.success(call, operation.answer(world, call));
        } catch (Refusal refusal) {
            return Wire.failure(call, refusal);
        }
    }

    private static void send(byte[] answer, Socket client) throws IOException {
        client.getOutputStream().write(answer);
        client.getOutputStream().flush();
    }

    private static void inBackground(Runnable work) {
        Thread.ofVirtual().name("small-aws").start(work);
    }

    private static void closeQuietly(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            // Closing what is already broken: nothing depends on it any more.
        }
    }

    private record Misfortune(String operation, BiPredicate<Call, Integer> times, Fault fault) {}
}
