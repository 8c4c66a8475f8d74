package dev.envgate.pipeline;

import dev.envgate.ledger.Copying;
import dev.envgate.ledger.Place;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The steps of one file that copy a revision: one that describes a task definition, and after it one that registers or renders a new one;
 * or the action that renders a family by itself.
 */
final class Copies {
    private static final Pattern DESCRIBE = Pattern.compile(
            "\\bdescribe-task-definition\\b|\\bdescribeTaskDefinition\\b|\\bdescribe_task_definition\\b");
    private static final Pattern REGISTER = Pattern.compile(
            "\\bregister-task-definition\\b|\\bregisterTaskDefinition\\b|\\bregister_task_definition\\b|aws-actions/amazon-ecs-render-task-definition");
    private static final Pattern FAMILY = Pattern.compile("^[ \\t]*(task-definition-family):", Pattern.MULTILINE);

    private final SourceFile file;
    private final String text;

    private Copies(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** At most one for a file: the first that counts. */
    static Optional<Copying> in(SourceFile file) {
        return new Copies(file).copying();
    }

    private Optional<Copying> copying() {
        List<Span> describing = lines(DESCRIBE);
        List<Span> registering = lines(REGISTER);
        return describing.stream()
                .flatMap(from -> registering.stream()
                        .filter(to -> to.start() > from.start())
                        .map(to -> new Copying(new Place.InFile(from), new Place.InFile(to))))
                .findFirst()
                .or(() -> rendered(registering));
    }

    /** The action reads the newest revision of a family by itself. */
    private Optional<Copying> rendered(List<Span> registering) {
        List<Span> families = lines(FAMILY);
        return registering.stream()
                .flatMap(to -> families.stream()
                        .filter(from -> from.start() > to.start())
                        .map(from -> new Copying(new Place.InFile(from), new Place.InFile(to))))
                .findFirst();
    }

    /** What matches, outside of comments. */
    private List<Span> lines(Pattern pattern) {
        List<Span> found = new ArrayList<>();
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            int group = matcher.groupCount();
            if (!commented(matcher.start(group))) {
                found.add(file.span(matcher.start(group), matcher.end(group)));
            }
        }
        return found;
    }

    private boolean commented(int at) {
        int start = text.lastIndexOf('\n', at) + 1;
        String before = text.substring(start, at).strip();
        return before.startsWith("#") || before.startsWith("//");
    }
}
