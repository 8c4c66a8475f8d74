package dev.envgate.cli;

import dev.envgate.ledger.Code;
import dev.envgate.ledger.Name;
import dev.envgate.source.SourceReader;
import dev.envgate.source.Surroundings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The searches of one run: services and environments that share their code and their contract share one search. */
final class CodeSearches {
    private final Map<Asked, CompletableFuture<Code>> begun = new ConcurrentHashMap<>();
    private final Surroundings surroundings = new Surroundings();

    /** What a search depends on. */
    private record Asked(List<Path> application, Set<Name> wanted, List<String> excluded) {}

    /** Begins to search, unless the same was asked for before. */
    CompletableFuture<Code> begin(SourceReader.Request request) {
        return begun.computeIfAbsent(
                new Asked(request.application(), request.wanted(), request.excluded()),
                _ -> CompletableFuture.supplyAsync(() -> SourceReader.read(request, surroundings)));
    }
}
