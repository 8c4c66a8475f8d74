package dev.envgate.source;

import dev.envgate.ledger.CodeRead;
import dev.envgate.ledger.CodeRead.Certainty;
import dev.envgate.ledger.ComputedRead;
import dev.envgate.ledger.Fallback;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reader;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One file while it is searched, and what was found in it. */
final class Scan {
    private static final Pattern WRITTEN = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,200}");
    private static final Pattern DERIVED = Pattern.compile("[A-Za-z_][A-Za-z0-9_.:-]{0,200}");

    private final SourceFile file;
    private final Reader reader;
    private final List<CodeRead> reads = new ArrayList<>();
    private final List<ComputedRead> computed = new ArrayList<>();
    private final Set<Helper> helpers = new HashSet<>();
    private final Map<String, Boolean> said = new HashMap<>();

    Scan(SourceFile file, Reader reader) {
        this.file = file;
        this.reader = reader;
    }

    /** Another one of the same file, for what somebody else reads; a test stays one. */
    Scan by(Reader other) {
        return new Scan(file, reader == Reader.TEST ? reader : other);
    }

    SourceFile file() {
        return file;
    }

    String text() {
        return file.text();
    }

    /** Whether a word stands anywhere in the text: looked for once, whatever the number of its streams. */
    boolean says(String word) {
        return said.computeIfAbsent(word, text()::contains);
    }

    List<CodeRead> reads() {
        return reads;
    }

    List<ComputedRead> computed() {
        return computed;
    }

    /** A function that reads the variable it is given the name of. */
    void helper(Helper found) {
        helpers.add(found);
    }

    Set<Helper> helpers() {
        return helpers;
    }

    /** Says what would do as well as the read at a place of {@link #reads()}. */
    void instead(int read, Set<String> others) {
        reads.set(read, reads.get(read).or(others.stream().map(Name::new).collect(Collectors.toSet())));
    }

    /** A name that is written where the environment is read. */
    void written(String name, Token token, Fallback fallback) {
        read(name, token.start(), token.end(), fallback, Certainty.WRITTEN, reader);
    }

    /** A name that is read while the program is built. */
    void built(String name, Token token, Fallback fallback) {
        read(name, token.start(), token.end(), fallback, Certainty.WRITTEN, building());
    }

    /** A name that a library makes or may read from elsewhere. */
    void derived(String name, Token token, Fallback fallback) {
        read(name, token.start(), token.end(), fallback, Certainty.DERIVED, reader);
    }

    void mentioned(String name, int start, int end) {
        read(name, start, end, Fallback.NONE, Certainty.MENTIONED, reader);
    }

    void read(String name, int start, int end, Fallback fallback, Certainty certainty) {
        read(name, start, end, fallback, certainty, reader);
    }

    private Reader building() {
        return reader == Reader.APPLICATION || reader == Reader.TOOLING ? Reader.BUILD : reader;
    }

    private void read(String name, int start, int end, Fallback fallback, Certainty certainty, Reader by) {
        if ((certainty == Certainty.DERIVED ? DERIVED : WRITTEN).matcher(name).matches()) {
            reads.add(new CodeRead(new Name(name), named(name, start, end), fallback, by, certainty));
        }
    }

    /** The name alone where it is written in a string. */
    private Span named(String name, int start, int end) {
        int at = file.text().indexOf(name, start);
        return at >= 0 && at + name.length() <= end ? file.span(at, at + name.length()) : file.span(start, end);
    }

    void computed(Token first, Token last, String prefix, String suffix) {
        computed.add(
                new ComputedRead(file.span(first.start(), Math.max(first.end(), last.end())), prefix, suffix, reader));
    }
}
