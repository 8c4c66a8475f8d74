package dev.envgate.cli;

import dev.envgate.git.Index;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Declaration;
import dev.envgate.source.SourceReader;
import dev.envgate.source.Tracked;
import dev.envgate.text.Directories;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;

/**
 * Reads which names the code reads. The application's code is that of the contract's directory: in a repository of many applications, the
 * one that the contract stands for.
 */
record CodeReading(Console console, InputOptions inputs) {
    /** One for all, so that searches for the same thing are seen to be the same. */
    private static final Tracked TRACKED = Index::paths;

    /** Begins to search, if anything is to be compared with what is found, and goes on beside whatever else is read. */
    CompletableFuture<Code> beside(Contract contract, CodeSearches searches) throws Misuse {
        if (inputs.noSource()) {
            return CompletableFuture.completedFuture(new Code.NotSearched("`--no-source` was given"));
        }
        if (contract.files().isEmpty() && inputs.sources().isEmpty()) {
            return CompletableFuture.completedFuture(new Code.NotSearched("there is no contract"));
        }
        return searches.begin(request(contract));
    }

    Code code(Contract contract) throws Misuse {
        return SourceReader.read(request(contract));
    }

    private SourceReader.Request request(Contract contract) throws Misuse {
        List<Path> application = application();
        Path repository = Directories.repository(application.getFirst(), application.getFirst());
        return new SourceReader.Request(
                repository,
                application,
                contract.declarations().stream().map(Declaration::name).collect(Collectors.toSet()),
                new Directories(console.directory(), List.of(repository)),
                inputs.excluded(),
                TRACKED);
    }

    private List<Path> application() throws Misuse {
        for (Path source : inputs.sources()) {
            if (!Files.isDirectory(console.directory().resolve(source))) {
                throw new Misuse(
                        "`" + source + "` is not a directory.",
                        "name the directory of the application's code with `--source DIR`.");
            }
        }
        List<Path> asked = inputs.sources().isEmpty() ? besideContract() : inputs.sources();
        return asked.stream()
                .map(each -> console.directory().resolve(each).normalize())
                .distinct()
                .toList();
    }

    /** The directories of the contract files; the repository when there are none. */
    private List<Path> besideContract() {
        List<Path> contracts = Contracts.find(inputs, console.directory());
        return contracts.isEmpty()
                ? List.of(Directories.repository(console.directory(), console.directory()))
                : contracts.stream().map(file -> file.resolveSibling("")).toList();
    }
}
