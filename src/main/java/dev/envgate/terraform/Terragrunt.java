package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a {@code terragrunt.hcl} says of the root that it stands in: which module is run, and with which values. */
sealed interface Terragrunt {
    String FILE = "terragrunt.hcl";
    String REGISTRY = "tfr://";

    /** No terragrunt: the directory is the module itself. */
    record None() implements Terragrunt {}

    /**
     * A unit of terragrunt.
     *
     * @param module the directory of the module, from the unit's; terragrunt copies it and runs terraform in the copy
     * @param environment {@code TF_VAR_*} that terragrunt sets
     * @param given {@code -var} and {@code -var-file} that terragrunt hands over
     */
    record Unit(Path module, TerragruntInputs inputs, Map<String, String> environment, List<Inputs.Assignment> given)
            implements Terragrunt {
        public Unit {
            environment = Map.copyOf(environment);
            given = List.copyOf(given);
        }
    }

    /**
     * A unit whose module is not in the repository.
     *
     * @param source as a call of Terraform would name it, without its version
     * @param version the version that is asked of a registry, empty elsewhere
     */
    record Elsewhere(String source, String version, Span at, TerragruntInputs inputs) implements Terragrunt {}

    /**
     * Reads the configuration of a root, if there is one.
     *
     * @param unit its working directory is the root that was asked for
     */
    static Terragrunt read(Workspace unit, Problems problems) {
        Path folder = unit.absolute(Path.of(""));
        return TerragruntFile.read(unit, problems, folder.resolve(FILE), folder)
                .map(file -> of(file, unit))
                .orElseGet(None::new);
    }

    private static Unit unit(Path module, TerragruntFile file) {
        return new Unit(module, file.inputs(), file.environment(), file.given());
    }

    private static Terragrunt of(TerragruntFile file, Workspace unit) {
        Optional<Value> source = file.source();
        if (source.isEmpty()) {
            return unit(Path.of(""), file);
        }
        Span at = source.get().origin().born();
        Optional<String> text = Reason.text(source.get());
        return text.flatMap(written -> local(written, unit))
                .<Terragrunt>map(module -> unit(module, file))
                .orElseGet(() -> elsewhere(
                        text.orElseGet(() -> Reason.symbolic(source.get()).toString()), at, file.inputs()));
    }

    /** {@code tfr:///terraform-aws-modules/ecs/aws?version=5.0.0} is a module of a registry. */
    private static Elsewhere elsewhere(String source, Span at, TerragruntInputs inputs) {
        if (!source.startsWith(REGISTRY)) {
            return new Elsewhere(source, "", at, inputs);
        }
        String module = source.substring(source.indexOf('/', REGISTRY.length()) + 1);
        int query = module.indexOf("?version=");
        return query < 0
                ? new Elsewhere(module, "", at, inputs)
                : new Elsewhere(module.substring(0, query), module.substring(query + "?version=".length()), at, inputs);
    }

    /** {@code ../modules//api}: what stands before the two slashes is copied as a whole, and makes no difference here. */
    private static Optional<Path> local(String source, Workspace unit) {
        String plain = source.startsWith("file://") ? source.substring("file://".length()) : source;
        boolean path = plain.startsWith("/") || plain.startsWith(".");
        try {
            return path && !plain.contains("?") && !plain.contains("${")
                    ? Optional.of(
                            unit.absolute(Path.of("")).relativize(unit.absolute(Path.of(plain.replace("//", "/")))))
                    : Optional.empty();
        } catch (InvalidPathException notOne) {
            return Optional.empty();
        }
    }
}
