package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Symbol;
import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The instance of a resource or data source that a symbol points to.
 *
 * @param address inside of the module, without key: {@code data.aws_ssm_parameter.x}
 * @param path what is asked of it: {@code .arn}
 */
record Pointed(ModuleInstance instance, String address, Body.Block block, Round round, String path) {
    /** Empty when the symbol points to no block that was read. */
    static Optional<Pointed> to(Symbol symbol, Run run) {
        int bracket = symbol.object().indexOf('[');
        String address = bracket < 0 ? symbol.object() : symbol.object().substring(0, bracket);
        String rest = symbol.object().substring(address.length()) + symbol.path();
        int end = keyEnd(rest);
        return run.instance(symbol.module())
                .flatMap(instance -> instance.source()
                        .block(address)
                        .map(block -> new Pointed(
                                instance,
                                address,
                                block,
                                round(instance, address, block, rest.substring(0, end)),
                                rest.substring(end))));
    }

    /** The length of {@code [0]} or {@code ["a]b"]} at the beginning; 0 when there is none. */
    private static int keyEnd(String path) {
        if (!path.startsWith("[")) {
            return 0;
        }
        int end = path.startsWith("[\"") ? path.indexOf("\"]") + 2 : path.indexOf(']') + 1;
        return end < 2 ? 0 : end;
    }

    private static Round round(ModuleInstance instance, String address, Body.Block block, String key) {
        return instance.resources().rounds(address, block).stream()
                .filter(round -> round.key().equals(key))
                .findFirst()
                .orElseGet(() -> supposed(key, block.header()));
    }

    /** An instance that nobody knows to be there: its key is all that is known of it. */
    private static Round supposed(String key, Span at) {
        if (key.startsWith("[\"")) {
            return named(key, "each.key", Run.text(key.substring(2, key.length() - 2), at));
        }
        return key.matches("\\[[0-9]{1,9}]")
                ? named(
                        key,
                        "count.index",
                        new Value.Num(new BigDecimal(key.substring(1, key.length() - 1)), Origin.at(at)))
                : new Round(key, Map.of(), Value.Guard.ALWAYS, List.of());
    }

    private static Round named(String key, String name, Value value) {
        return new Round(key, Map.of(name, value), Value.Guard.ALWAYS, List.of());
    }

    boolean isData() {
        return block.type().equals("data");
    }

    /** {@code aws_secretsmanager_secret}, for a data source too. */
    String type() {
        return block.labels().getFirst().text();
    }

    /** What is asked of it, without the dot. */
    String attribute() {
        return path.startsWith(".") ? path.substring(1) : path;
    }

    /** Its address as seen from the root. */
    String full() {
        return instance.standing().address(address + round.key());
    }

    /** What its block says, or the state where the block leaves it open; empty when neither does. */
    Optional<Value> written(String name) {
        return instance.resources().settled(address, block, round, name);
    }
}
