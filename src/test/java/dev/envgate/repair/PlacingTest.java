package dev.envgate.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Adds one name to the lists of {@code placing.txt}, which was written by hand. A case is a line {@code === what it is about}, a line
 * with the end of the file's name, the names that are in the list, the one that is to be added and its value, then the text before, a line
 * {@code ---} and the text after. <code>⏎</code> stands for a carriage return, <code>→</code> for a tab.
 */
class PlacingTest {
    private static final Path TABLE = Path.of("src/test/resources/repair/placing.txt");

    record Case(String title, String end, List<String> names, String name, String value, String before, String after) {
        static Case of(String text) {
            List<String> lines = text.lines().toList();
            String[] head = lines.get(1).split(" ", 4);
            String[] bodies = String.join("\n", lines.subList(2, lines.size())).split("\n---\n", -1);
            return new Case(
                    lines.getFirst(),
                    head[0],
                    List.of(head[1].split(",")),
                    head[2],
                    head.length > 3 ? head[3] : "",
                    signs(bodies[0]),
                    signs(bodies[1]));
        }

        private static String signs(String text) {
            return text.replace('⏎', '\r').replace('→', '\t');
        }

        @Override
        public String toString() {
            return title;
        }
    }

    private static Stream<Case> cases() throws IOException {
        return Arrays.stream(Files.readString(TABLE).split("(?m)^=== ")).skip(1).map(Case::of);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void aNameIsAddedInTheLayoutOfItsList(Case each) {
        SourceFile file = new SourceFile("main." + each.end(), each.before());
        List<Siblings.Sibling> siblings = each.names().stream()
                .map(name -> new Siblings.Sibling(name, anchor(file, name)))
                .toList();
        String member = each.before().contains("valueFrom") ? "valueFrom" : "value";

        List<Edit> edits = new Siblings(siblings).insert(each.name(), each.value(), member);

        assertThat(Edit.apply(each.before(), edits)).isEqualTo(each.after());
    }

    private static Anchor anchor(SourceFile file, String name) {
        String text = file.text();
        int quoted = text.indexOf("\"" + name + "\"");
        int bare = text.indexOf(" " + name + " ") + 1;
        int tabbed = text.indexOf("\t" + name + " ") + 1;
        int start = quoted >= 0 ? quoted : bare > 0 ? bare : tabbed;
        int end = quoted >= 0 ? start + name.length() + 2 : start + name.length();
        return Anchor.at(file.span(start, end)).orElseThrow();
    }
}
