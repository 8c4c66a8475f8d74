package dev.envgate.source;

import java.util.stream.IntStream;

/** PHP: Symfony's <code>%env(X)%</code> in the configuration that is written in PHP. */
final class PhpCustom implements Custom {
    @Override
    public void prepare(Tokens tokens, Bindings bindings) {}

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        IntStream.range(0, tokens.size())
                .filter(tokens::string)
                .mapToObj(tokens::at)
                .filter(token -> token.text().contains("%env("))
                .forEach(token ->
                        TextSearch.symfony(scan.text().substring(token.start(), token.end()), token.start(), scan));
    }
}
