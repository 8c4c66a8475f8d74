package dev.envgate.terraform;

import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Finds the name that {@code terraform.workspace} stands for as Terraform does. */
final class SelectedWorkspace {
    private static final Path FILE = Path.of(".terraform", "environment");

    private SelectedWorkspace() {}

    /** What was asked for, else {@code TF_WORKSPACE}, else what {@code terraform workspace select} wrote into the root, else default. */
    static String of(Inputs inputs, Workspace root) {
        return Stream.of(
                        inputs.terraformWorkspace(),
                        inputs.environment().getOrDefault("TF_WORKSPACE", ""),
                        written(root))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse("default");
    }

    private static String written(Workspace root) {
        return root.read(FILE) instanceof Workspace.Read.Found found
                ? found.file().text().strip()
                : "";
    }
}
