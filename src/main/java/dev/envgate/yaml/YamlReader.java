package dev.envgate.yaml;

import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads one YAML document of a bounded size. No tag makes an object, and nothing is executed or fetched. */
public final class YamlReader {
    /** The longest document that is read, in characters. */
    private static final int LONGEST = 1 << 20;

    private YamlReader() {}

    /** What came of reading. */
    public sealed interface Result {
        /** A document. An empty file has an empty mapping. */
        record Found(YamlNode root, List<Problem> problems) implements Result {
            public Found {
                problems = List.copyOf(problems);
            }
        }

        /** Not YAML at all from here on. */
        record Refused(Problem problem) implements Result {}
    }

    public static Result read(SourceFile file) {
        if (file.text().length() > LONGEST) {
            return new Result.Refused(new Problem(
                    file.span(0, 0),
                    "The file has more than %,d characters.".formatted(LONGEST),
                    "A configuration of envgate is much shorter; name the right file."));
        }
        try {
            return tree(file, new ShallowComposer(settings(), file.text()).getSingleNode());
        } catch (MarkedYamlEngineException e) {
            return new Result.Refused(new Complaint(file).of(e));
        } catch (ReaderException e) {
            return new Result.Refused(new Complaint(file).of(e));
        } catch (YamlEngineException | StackOverflowError e) {
            return new Result.Refused(new Problem(
                    file.all(), "The file is nested or repeated more than is read.", "Write it without such depth."));
        }
    }

    private static LoadSettings settings() {
        return LoadSettings.builder()
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setMaxAliasesForCollections(LONGEST)
                .setCodePointLimit(LONGEST)
                .setLabel("")
                .build();
    }

    private static Result tree(SourceFile file, Optional<Node> root) {
        TreeBuilder builder = new TreeBuilder(file);
        YamlNode tree = root.map(builder::build).orElseGet(() -> new YamlNode.Mapping(List.of(), begin(file)));
        return new Result.Found(tree, builder.problems());
    }

    private static Span begin(SourceFile file) {
        return file.span(0, 0);
    }
}
