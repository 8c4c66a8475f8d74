package dev.envgate.aws;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** What came of a call. */
sealed interface Answer<T> {
    /** It was answered. */
    record Got<T>(T value) implements Answer<T> {}

    /** It was not, or not with anything to build on. */
    record Failed<T>(Failure failure) implements Answer<T> {}

    /** Goes on with what was answered; a failure stays one. */
    default <R> Answer<R> then(Function<T, Answer<R>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }

    /** Goes on with another call. */
    default <R> CompletableFuture<Answer<R>> thenAsk(Function<T, CompletableFuture<Answer<R>>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Failed<T>(Failure failure) -> CompletableFuture.completedFuture(new Failed<>(failure));
        };
    }

    /** What it comes to, either way. */
    default <R> R resolve(Function<T, R> got, Function<Failure, R> failed) {
        return switch (this) {
            case Got<T>(T value) -> got.apply(value);
            case Failed<T>(Failure failure) -> failed.apply(failure);
        };
    }

    static <T> CompletableFuture<Answer<T>> failed(Failure failure) {
        return CompletableFuture.completedFuture(new Failed<>(failure));
    }
}
