package dev.envgate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Sees which reads of a stream stand in for each other: {@code env.A ?? env.B}, {@code getenv("A") or getenv("B")}. */
final class Choices {
    private final Idiom idiom;
    private final Tokens tokens;
    private final List<Read> reads = new ArrayList<>();

    Choices(Idiom idiom, Tokens tokens) {
        this.idiom = idiom;
        this.tokens = tokens;
    }

    /**
     * A read that was found.
     *
     * @param index its place among the reads of the file
     * @param first its first token
     * @param next the token behind it
     * @param fails whether it ends in an error where the variable is not set, before anything can stand in
     */
    private record Read(int index, String name, int first, int next, boolean fails) {}

    void add(int index, String name, int first, int next, boolean fails) {
        reads.add(new Read(index, name, first, next, fails));
    }

    /** Tells every read what stands in for it, over as many as are chained. */
    void tell(Scan scan) {
        List<Read> chain = new ArrayList<>();
        List<Read> inOrder = reads.stream()
                .sorted((one, other) -> Integer.compare(one.first(), other.first()))
                .toList();
        for (Read read : inOrder) {
            if (!chain.isEmpty() && !follows(chain.getLast(), read)) {
                tell(scan, chain);
                chain.clear();
            }
            chain.add(read);
        }
        tell(scan, chain);
    }

    private static void tell(Scan scan, List<Read> chain) {
        for (Read read : chain) {
            Set<String> others = new TreeSet<>();
            chain.forEach(each -> others.add(each.name()));
            others.remove(read.name());
            if (!others.isEmpty()) {
                scan.instead(read.index(), others);
            }
        }
    }

    /** What stands behind an operator is read when the first one was; what is handed to a call is read before it. */
    private boolean follows(Read one, Read other) {
        return (!one.fails() && behindOperator(one, other)) || (!other.fails() && asDefault(one, other));
    }

    private boolean behindOperator(Read one, Read other) {
        return other.first() == one.next() + 1
                && idiom.operators().contains(tokens.at(one.next()).text())
                && !tokens.string(one.next());
    }

    /** {@code os.getenv("A", os.getenv("B"))}: the other one is the last argument of the read. */
    private boolean asDefault(Read one, Read other) {
        return other.next() == one.next() - 1 && tokens.sign(other.next(), ")") && tokens.sign(other.first() - 1, ",");
    }
}
