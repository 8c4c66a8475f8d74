package dev.envgate.ledger;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Which names the code of the application reads. */
public sealed interface Code {
    /**
     * The source was searched.
     *
     * @param root the directory whose code is the application's, as shown to people
     * @param files how many files were searched
     * @param complete whether no part of it was left out because it was too large or could not be read
     * @param reads sorted by file and place
     * @param images the directories from which an image is built, because a Dockerfile lies there, as shown to people
     * @param ofLibraries declared names that a library which the code uses may read without being seen to
     */
    record Searched(
            String root,
            int files,
            boolean complete,
            List<CodeRead> reads,
            List<ComputedRead> computed,
            List<String> images,
            Set<Name> ofLibraries)
            implements Code {
        public Searched {
            reads = List.copyOf(reads);
            computed = List.copyOf(computed);
            images = List.copyOf(images);
            ofLibraries = Set.copyOf(ofLibraries);
        }

        /** Of no images and no libraries. */
        public Searched(String root, int files, boolean complete, List<CodeRead> reads, List<ComputedRead> computed) {
            this(root, files, complete, reads, computed, List.of(), Set.of());
        }
    }

    /** {@code why} is half a sentence that can follow "because". */
    record NotSearched(String why) implements Code {}

    /** All that read a name; loaders of nested settings do not tell {@code A__B} from {@code a.b}, so neither does this. */
    default List<CodeRead> reads(Name name) {
        return reads(read -> read.name().equals(name)
                || (read.certainty() == CodeRead.Certainty.DERIVED
                        && read.name().folded().equals(name.folded())));
    }

    private List<CodeRead> reads(Predicate<CodeRead> wanted) {
        return switch (this) {
            case Searched searched -> searched.reads.stream().filter(wanted).toList();
            case NotSearched _ -> List.of();
        };
    }

    /** Whether all that is seen to read the name are tests, in code that was searched to the end. */
    default boolean readsInTestsOnly(Name name) {
        return this instanceof Searched searched
                && searched.complete
                && !reads(name).isEmpty()
                && reads(name).stream().allMatch(read -> read.reader() == Reader.TEST);
    }

    /** Whether code that is no test reads a name that it makes while it runs, and that may be this one. */
    default boolean mayRead(Name name) {
        return this instanceof Searched searched
                && searched.computed.stream().anyMatch(read -> read.reader() != Reader.TEST && read.mayBe(name));
    }

    /** Whether the application reads the name, and has a value to go on with wherever it does. */
    default boolean alwaysFallsBack(Name name) {
        return everyRead(name, read -> !read.needed());
    }

    /** Whether the application is seen to read the name, whatever it takes where it is not set. */
    default boolean readsInApplication(Name name) {
        return !applicationReads(name).isEmpty();
    }

    /** Whether the application is seen to fail at a place where the name is not set. */
    default boolean failsWithout(Name name) {
        return applicationReads(name).stream().anyMatch(read -> read.fallback() == Fallback.FAILS);
    }

    /** The reads of a name in the application itself, other than mere mentions. */
    default List<CodeRead> applicationReads(Name name) {
        return reads(name).stream()
                .filter(read -> read.reader() == Reader.APPLICATION)
                .filter(read -> read.certainty() != CodeRead.Certainty.MENTIONED)
                .toList();
    }

    /** The directories from which images are built. */
    default List<String> images() {
        return switch (this) {
            case Searched searched -> searched.images;
            case NotSearched _ -> List.of();
        };
    }

    private boolean everyRead(Name name, Predicate<CodeRead> wanted) {
        List<CodeRead> reads = applicationReads(name);
        return !reads.isEmpty() && reads.stream().allMatch(wanted);
    }
}
