package dev.envgate.source;

import dev.envgate.ledger.Fallback;

/** Elixir: <code>{:system, "X"}</code> and Dotenvy's {@code env!("X", :string, "default")}. */
final class BeamCustom implements Custom {
    @Override
    public void prepare(Tokens tokens, Bindings bindings) {}

    @Override
    public void search(Tokens tokens, Bindings bindings, Scan scan) {
        Fallbacks fallbacks = new Fallbacks(Idiom.ELIXIR, tokens);
        for (int i = 0; i < tokens.size(); i++) {
            boolean tuple = tokens.word(i, "system")
                    && tokens.sign(i - 1, ":")
                    && tokens.sign(i - 2, "{")
                    && tokens.string(i + 2);
            if (tuple) {
                Fallback fallback = tokens.sign(i + 3, ",") ? fallbacks.operand(i + 4) : Fallback.NONE;
                scan.written(tokens.at(i + 2).text(), tokens.at(i + 2), fallback);
            }
            boolean dotenvy = tokens.word(i, "env!") && tokens.sign(i + 1, "(") && tokens.string(i + 2);
            if (dotenvy) {
                int given = tokens.argument(i + 1, 2);
                Fallback fallback = tokens.closes(given) ? Fallback.FAILS : fallbacks.operand(given);
                scan.written(tokens.at(i + 2).text(), tokens.at(i + 2), fallback);
            }
        }
    }
}
