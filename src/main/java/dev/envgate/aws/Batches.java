package dev.envgate.aws;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Asks for many names in few calls, and for each by itself where one name may have spoilt the answer for all of its batch. */
final class Batches {
    /** What both {@code DescribeServices} and {@code GetParameters} take at most. */
    private static final int SIZE = 10;

    private Batches() {}

    /** For each name the answer in which it can be looked for. */
    static <T> Map<String, CompletableFuture<Answer<T>>> ask(
            Collection<String> names, Function<List<String>, CompletableFuture<Answer<T>>> call) {
        Map<String, CompletableFuture<Answer<T>>> answers = new LinkedHashMap<>();
        for (List<String> batch : split(List.copyOf(names))) {
            CompletableFuture<Answer<T>> answer = call.apply(batch);
            batch.forEach(name -> answers.put(
                    name,
                    answer.thenCompose(whole -> spoilt(whole, batch)
                            ? call.apply(List.of(name))
                            : CompletableFuture.completedFuture(whole))));
        }
        return answers;
    }

    private static List<List<String>> split(List<String> names) {
        List<List<String>> batches = new ArrayList<>();
        for (int from = 0; from < names.size(); from += SIZE) {
            batches.add(names.subList(from, Math.min(names.size(), from + SIZE)));
        }
        return batches;
    }

    private static <T> boolean spoilt(Answer<T> answer, List<String> batch) {
        return batch.size() > 1
                && answer.resolve(value -> false, failure -> failure.trouble().mayBeOfOne());
    }
}
