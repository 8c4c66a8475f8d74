package dev.envgate.aws;

import java.util.List;
import java.util.stream.Stream;

/** An answer, and the account that the ARNs in it are of; empty when they tell none. */
record Told<T>(T value, String account) {
    /** The first account that some ARNs tell. */
    static String account(Stream<String> arns) {
        return arns.map(Names::account)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .orElse("");
    }

    static <T> Told<T> of(T value, List<String> arns) {
        return new Told<>(value, account(arns.stream()));
    }
}
