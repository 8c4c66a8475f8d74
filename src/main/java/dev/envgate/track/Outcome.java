package dev.envgate.track;

import java.util.function.Function;

/** What came of something that a tracker was asked for. */
public sealed interface Outcome<T> {
    /** It was done. */
    record Got<T>(T value) implements Outcome<T> {}

    /** It was not, as far as is known. */
    record Failed<T>(Failure failure) implements Outcome<T> {}

    /** The same, but done where only the answer was lost: for what follows something that was done and is not sent again. */
    default Outcome<T> unlessLost(T done) {
        return this instanceof Failed<T>(Failure failure) && failure.reach() == Failure.Reach.LOST
                ? new Got<>(done)
                : this;
    }

    /** Goes on with what was got; a failure stays one. */
    default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
        return switch (this) {
            case Got<T>(T value) -> next.apply(value);
            case Failed<T>(Failure failure) -> new Failed<>(failure);
        };
    }
}
