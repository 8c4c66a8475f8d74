package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The values that one {@code extra_arguments} of terragrunt hands to terraform, as far as they are written plainly. */
final class TerragruntArguments {
    private static final Set<String> APPLYING = Set.of("apply", "plan");
    private static final String FILE = "-var-file";
    private static final String VAR = "-var";
    private static final String PREFIX = "TF_VAR_";

    private final Function<String, Optional<Path>> files;
    private final List<Inputs.Assignment> assignments = new ArrayList<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private boolean plain = true;

    /**
     * Reads a block.
     *
     * @param values what an attribute of it comes to
     * @param files finds the file of values that is meant by a path
     */
    TerragruntArguments(
            Body.Block block, Function<Body.Attribute, Value> values, Function<String, Optional<Path>> files) {
        this.files = files;
        block.body().attribute("arguments").map(values).ifPresent(this::arguments);
        block.body().attribute("env_vars").map(values).ifPresent(this::environment);
    }

    /** Whether a block is for a command that configures something. */
    static boolean count(Body.Block block, Function<Body.Attribute, Value> values) {
        return block.body()
                .attribute("commands")
                .map(values)
                .flatMap(TerragruntArguments::words)
                .map(words -> words.stream().anyMatch(APPLYING::contains))
                .orElse(true);
    }

    /** Whether everything could be read; otherwise any variable may have been given. */
    boolean plain() {
        return plain;
    }

    /** {@code -var} and {@code -var-file}, in their order. */
    List<Inputs.Assignment> assignments() {
        return List.copyOf(assignments);
    }

    /** {@code TF_VAR_*}, by the whole name. */
    Map<String, String> environment() {
        return Map.copyOf(environment);
    }

    private void arguments(Value list) {
        words(list).ifPresentOrElse(this::arguments, () -> plain = list instanceof Value.Null && plain);
    }

    private void arguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).replaceFirst("^--", "-");
            boolean apart = word.equals(VAR) || word.equals(FILE);
            String value = apart
                    ? words.subList(i + 1, words.size()).stream().findFirst().orElse("")
                    : behind(word);
            i += apart ? 1 : 0;
            if (word.equals(FILE) || word.startsWith(FILE + "=")) {
                file(value);
            } else if (word.equals(VAR) || word.startsWith(VAR + "=")) {
                variable(value);
            }
        }
    }

    private static String behind(String word) {
        return word.substring(word.indexOf('=') + 1);
    }

    private void file(String path) {
        files.apply(path)
                .ifPresentOrElse(file -> assignments.add(new Inputs.Assignment.VarFile(file)), () -> plain = false);
    }

    private void variable(String text) {
        int equals = text.indexOf('=');
        if (equals > 0) {
            assignments.add(new Inputs.Assignment.Var(text.substring(0, equals), text.substring(equals + 1)));
        }
    }

    private void environment(Value mapping) {
        if (!(mapping instanceof Value.Dict variables)) {
            plain = mapping instanceof Value.Null && plain;
            return;
        }
        for (Value.Pair pair : variables.pairs()) {
            Optional<String> name =
                    pair instanceof Value.Pair.One one && one.guard().always()
                            ? Reason.text(one.key())
                            : Optional.empty();
            Optional<String> value = pair instanceof Value.Pair.One one ? Reason.text(one.value()) : Optional.empty();
            plain = plain
                    && name.isPresent()
                    && (value.isPresent() || !name.get().startsWith(PREFIX));
            name.filter(each -> each.startsWith(PREFIX))
                    .ifPresent(each -> value.ifPresent(text -> environment.put(each, text)));
        }
    }

    /** The elements of a list of plain texts. */
    private static Optional<List<String>> words(Value value) {
        if (!(value instanceof Value.Seq list)) {
            return Optional.empty();
        }
        List<String> words = list.elements().stream()
                .flatMap(element ->
                        element instanceof Value.Element.One(Value word, Value.Guard guard) && guard.always()
                                ? Reason.text(word).stream()
                                : Stream.empty())
                .toList();
        return words.size() == list.elements().size() ? Optional.of(words) : Optional.empty();
    }
}
