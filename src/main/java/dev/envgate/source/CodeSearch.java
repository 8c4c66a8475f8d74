package dev.envgate.source;

import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Searches the code of one language.
 *
 * @param marks texts of which a file has at least one when there is anything to be found
 * @param lexer cuts a file into its streams
 */
record CodeSearch(Marks marks, Function<String, List<Tokens>> lexer, Idiom idiom, Custom custom) implements Search {
    CodeSearch(List<String> marks, Function<String, List<Tokens>> lexer, Idiom idiom, Custom custom) {
        this(new Marks(marks), lexer, idiom, custom);
    }

    @Override
    public boolean mayRead(byte[] content) {
        return marks.in(content);
    }

    @Override
    public List<Tokens> code(String text) {
        return lexer.apply(text);
    }

    @Override
    public void calls(Set<Helper> helpers, Scan scan) {
        List<Helper> called = helpers.stream()
                .filter(helper -> scan.text().contains(helper.name()))
                .toList();
        if (!called.isEmpty()) {
            lexer.apply(scan.text()).forEach(tokens -> called.forEach(helper -> helper.calls(tokens, idiom, scan)));
        }
    }

    @Override
    public void in(Scan scan) {
        if (!marks.in(scan.text())) {
            return;
        }
        List<Tokens> streams = lexer.apply(scan.text());
        Bindings bindings = new Bindings();
        streams.forEach(bindings::constants);
        streams.forEach(tokens -> new Chains(idiom, bindings, tokens).rename());
        streams.forEach(tokens -> custom.prepare(tokens, bindings));
        for (Tokens tokens : streams) {
            new FormSearch(idiom, bindings, tokens, scan).search();
            custom.search(tokens, bindings, scan);
        }
    }
}
