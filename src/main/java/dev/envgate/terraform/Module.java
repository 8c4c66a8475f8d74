package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A module as its files declare it, override files already merged in.
 *
 * @param directory relative to the directory that Terraform runs in
 * @param standIn whether it stands for a module that is not on disk, and so has no place that could be shown
 * @param locals by name
 * @param blocks by address: {@code var.x}, {@code output.x}, {@code module.x}, {@code data.type.name}, {@code type.name}
 * @param addresses those of the blocks of a kind, in the order they are written: {@code output}, {@code aws_ecs_service}
 */
record Module(
        Path directory,
        boolean standIn,
        Map<String, Body.Attribute> locals,
        Map<String, Body.Block> blocks,
        Map<String, List<String>> addresses) {
    Module {
        locals = Collections.unmodifiableMap(locals);
        blocks = Collections.unmodifiableMap(blocks);
        addresses = Collections.unmodifiableMap(addresses);
    }

    /** The block at an address. */
    Optional<Body.Block> block(String address) {
        return Optional.ofNullable(blocks.get(address));
    }

    /** The addresses of all blocks of a kind. */
    Stream<String> all(String kind) {
        return addresses.getOrDefault(kind, List.of()).stream();
    }

    /** The addresses of all calls of other modules. */
    Stream<String> calls() {
        return all("module");
    }
}
