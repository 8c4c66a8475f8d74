package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Severity;
import dev.envgate.text.Escape;
import dev.envgate.text.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Annotations of GitHub Actions: commands in the log, each shown beside its line. Of each level GitHub shows ten a step; the tenth says how many more there are. */
final class GithubReport implements Report {
    private static final int SHOWN = 10;
    private static final int NAMES_IN_A_LINE = 4;

    @Override
    public String id() {
        return "github";
    }

    @Override
    public String of(Run run, Style style) {
        Anchors anchors = new Anchors(run);
        return annotations(Level.ERROR, run, anchors)
                + annotations(Level.WARNING, run, anchors)
                + annotations(Level.NOTICE, run, anchors);
    }

    /** The commands that make annotations. */
    enum Level {
        ERROR,
        WARNING,
        NOTICE;

        static Level of(Severity severity) {
            return switch (severity) {
                case ERROR -> ERROR;
                case WARNING -> WARNING;
                case NOTE -> NOTICE;
            };
        }
    }

    private static String annotations(Level level, Run run, Anchors anchors) {
        return capped(level, all(level, run, anchors));
    }

    /** As many as are shown, the last of which counts the others. */
    static String capped(Level level, List<String> all) {
        int shown = all.size() > SHOWN ? SHOWN - 1 : all.size();
        String more = all.size() > SHOWN
                ? line(
                        level,
                        "",
                        "envgate",
                        "%d more like this: the log and the summary of the job have all of them."
                                .formatted(all.size() - shown))
                : "";
        return all.stream().limit(shown).collect(Collectors.joining()) + more;
    }

    private static List<String> all(Level level, Run run, Anchors anchors) {
        List<String> lines = new ArrayList<>();
        if (level == Level.ERROR) {
            run.problems().forEach(each -> lines.add(problem(each, anchors)));
        }
        alike(level, run).forEach(each -> lines.add(finding(level, each, anchors)));
        Reason.of(run, run.unlooked()).stream()
                .filter(each -> level == (each.holds() ? Level.ERROR : Level.NOTICE))
                .forEach(each -> lines.add(reason(level, each)));
        return lines;
    }

    private static String problem(Problem problem, Anchors anchors) {
        String file = problem.span().file().path();
        boolean placed = !file.isEmpty() && anchors.inside(file);
        return line(
                Level.ERROR,
                placed ? position(Anchor.of(problem.span())) : "",
                "cannot be read",
                withNext(problem.message(), problem.hint()));
    }

    /** Notes that say the same of several names are one annotation; everything louder has one of its own. */
    private static Collection<List<Finding>> alike(Level level, Run run) {
        Stream<Finding> all = run.verdict().findings().stream().filter(each -> Level.of(each.severity()) == level);
        return level == Level.NOTICE
                ? all.collect(Collectors.groupingBy(
                                each -> List.of(each.rule(), each.message(), each.hint()),
                                LinkedHashMap::new,
                                Collectors.toList()))
                        .values()
                : all.map(List::of).toList();
    }

    private static String finding(Level level, List<Finding> alike, Anchors anchors) {
        Finding first = alike.getFirst();
        String beside = first.place() instanceof Place.InTaskDefinition(String revision) ? " (" + revision + ")" : "";
        String subject = alike.size() == 1 ? Subject.of(first) + beside : alike.size() + " names";
        String names = alike.size() == 1
                ? ""
                : alike.stream().limit(NAMES_IN_A_LINE).map(Finding::name).collect(Collectors.joining(", "))
                        + (alike.size() > NAMES_IN_A_LINE ? " and " + (alike.size() - NAMES_IN_A_LINE) + " more" : "")
                        + ": ";
        return line(
                level,
                position(anchors.of(first)),
                first.rule() + (subject.isEmpty() ? "" : ": " + subject),
                withNext(names + first.message(), first.hint()));
    }

    private static String reason(Level level, Reason reason) {
        return line(
                level,
                "",
                "not verified: " + Words.of(reason.station()),
                withNext(reason.listed(NAMES_IN_A_LINE) + ": " + reason.why(), reason.hint()));
    }

    private static String position(Anchor anchor) {
        return "file=%s,line=%d,col=%d,endColumn=%d,"
                .formatted(property(anchor.file()), anchor.line(), anchor.column(), anchor.endColumn());
    }

    static String withNext(String message, String hint) {
        String next = hint.isEmpty() ? "" : "\n" + "next: " + Escape.terminal(Diagnostic.next(hint));
        return Escape.terminal(message) + next;
    }

    static String line(Level level, String position, String title, String message) {
        return "::" + Words.of(level) + " " + position + "title=" + property(title) + "::" + data(message) + "\n";
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(Escape.terminal(text)).replace(":", "%3A").replace(",", "%2C");
    }
}
