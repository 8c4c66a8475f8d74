package dev.envgate.terraform;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Origin;
import dev.envgate.hcl.Value;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Where {@code terraform init} put the modules that come from elsewhere: {@code .terraform/modules/modules.json}. */
final class Manifest {
    private static final Path FILE = Path.of(".terraform", "modules", "modules.json");

    private final Map<String, Path> directories;

    private Manifest(Map<String, Path> directories) {
        this.directories = Map.copyOf(directories);
    }

    /** Reads the manifest of the root; one that is not there or not readable names no modules. */
    static Manifest read(Workspace workspace) {
        Map<String, Path> directories = new HashMap<>();
        if (workspace.read(FILE) instanceof Workspace.Read.Found(SourceFile file)) {
            Value content = JsonText.read(Value.Str.of(file.text(), Origin.at(file.all())));
            Fields.of(content).elements("Modules").forEach(module -> add(Fields.of(module), directories));
        }
        return new Manifest(directories);
    }

    private static void add(Fields module, Map<String, Path> directories) {
        Optional<String> key = module.text("Key");
        Optional<String> directory = module.text("Dir");
        if (key.isPresent() && directory.isPresent()) {
            path(directory.get()).ifPresent(path -> directories.put(key.get(), path));
        }
    }

    private static Optional<Path> path(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }

    /** The directory of the module that a call leads to, relative to the root; {@code calls} is {@code api.db}. */
    Optional<Path> directory(String calls) {
        return Optional.ofNullable(directories.get(calls));
    }
}
