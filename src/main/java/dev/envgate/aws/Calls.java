package dev.envgate.aws;

import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingDeque;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** The calls of one run: on at most sixteen threads, and none is waited for once the run is over. */
final class Calls implements AutoCloseable {
    private static final int THREADS = 16;
    private static final String NAME = "envgate-aws";
    private static final ThreadLocal<Boolean> AHEAD = ThreadLocal.withInitial(() -> false);

    private final Set<Pending<?>> pending = ConcurrentHashMap.newKeySet();
    private final ThreadPoolExecutor threads;
    private volatile boolean over;

    Calls() {
        this(work -> Thread.ofPlatform().daemon().name(NAME).unstarted(work));
    }

    /** On threads that are many at once and cost little, and that can be broken off while they wait for the network. */
    static Calls light() {
        return new Calls(work -> Thread.ofVirtual().name(NAME).unstarted(work));
    }

    private Calls(ThreadFactory factory) {
        threads = new ThreadPoolExecutor(
                THREADS, THREADS, 1, TimeUnit.SECONDS, new Waiting(), factory, new ThreadPoolExecutor.DiscardPolicy());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Makes a call. Whatever the SDK throws becomes a failure of the answer. */
    <T> CompletableFuture<Answer<T>> make(Action action, Supplier<T> call) {
        Pending<T> waiting = new Pending<>(action, new CompletableFuture<>());
        pending.add(waiting);
        Supplier<T> carried = Meter.carried(call);
        threads.execute(() -> run(waiting, carried));
        if (over) {
            waiting.giveUp();
        }
        return waiting.answer;
    }

    private <T> void run(Pending<T> waiting, Supplier<T> call) {
        waiting.answer.complete(answer(waiting.action, call));
        pending.remove(waiting);
    }

    private static <T> Answer<T> answer(Action action, Supplier<T> call) {
        try {
            return new Answer.Got<>(call.get());
        } catch (RuntimeException e) {
            return new Answer.Failed<>(Failure.of(action, e));
        }
    }

    /** Does work whose calls go before what waits already: answers may have come before anybody was told what they lead to. */
    <T> T ahead(Supplier<T> work) {
        AHEAD.set(true);
        try {
            return work.get();
        } finally {
            AHEAD.remove();
        }
    }

    /** Waits until all have come or the time is over; a defect of this program that came up in one of them is thrown. */
    static void await(Collection<? extends CompletableFuture<?>> answers, Deadline deadline) {
        CompletableFuture<Void> all = CompletableFuture.allOf(answers.toArray(CompletableFuture[]::new));
        while (!await(all, deadline.left()) && !deadline.left().isZero()) {
            // Whoever stood in line meanwhile has more time.
        }
    }

    /** Whether there is nothing more to wait for; the caller decides what is to become of those that have not come. */
    private static boolean await(CompletableFuture<Void> all, Duration most) {
        try {
            all.get(most.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A defect in reading an answer of AWS.", e.getCause());
        }
        return true;
    }

    /** Ends the run: whatever has not been answered fails, and so does whatever is asked from now on. */
    @Override
    public void close() {
        over = true;
        threads.shutdownNow();
        pending.forEach(Pending::giveUp);
    }

    /**
     * What an answer leads to, which is asked for on the thread that it came to, goes before what waits already: a run takes as long as its
     * longest chain, and what is known of a few things is worth more than half of what is known of many when the time is over.
     */
    private static final class Waiting extends LinkedBlockingDeque<Runnable> {
        @Override
        public boolean offer(Runnable work) {
            boolean first = AHEAD.get() || Thread.currentThread().getName().equals(NAME);
            return first ? offerFirst(work) : offerLast(work);
        }
    }

    private record Pending<T>(Action action, CompletableFuture<Answer<T>> answer) {
        void giveUp() {
            answer.complete(new Answer.Failed<>(Failure.of(Trouble.NO_TIME, action)));
        }

        /** Each is itself: two calls may look alike. */
        @Override
        public boolean equals(Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
