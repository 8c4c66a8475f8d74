package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Excerpt;
import dev.envgate.text.Markdown;
import dev.envgate.text.Problem;
import dev.envgate.text.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The run as Markdown, for summaries, comments and tickets: the verdict, each fault with its line and what to do next, notes folded. It is
 * never larger than what it is made for can hold; what does not fit is counted.
 *
 * @param id what {@code --report} calls it
 * @param head what comes before everything else
 * @param limit how many bytes of UTF-8 it may take
 */
record MarkdownReport(String id, String head, int limit) implements Report {
    /** How many bytes the summary of a step of GitHub Actions may take. */
    static final int STEP_SUMMARY = 1 << 20;

    /** How many characters a comment on GitHub may take, counted in bytes to be on the safe side; GitLab takes more. */
    private static final int COMMENT = 65_536;

    /** By this, a comment is found again, so that it can be replaced. */
    private static final String MARKER = "<!-- envgate: comment -->\n";

    /** Room for what is left out to be counted in. */
    private static final int RESERVE = 1_000;

    private static final int NAMES_IN_A_LINE = 6;

    static MarkdownReport document() {
        return new MarkdownReport("markdown", "", STEP_SUMMARY);
    }

    static MarkdownReport comment() {
        return new MarkdownReport("comment", MARKER, COMMENT);
    }

    @Override
    public String of(Run run, Style style) {
        return of(run, limit);
    }

    /** The report in less room, where a part of it is taken already. */
    String of(Run run, int room) {
        return new Page(run, new Anchors(run)).within(head, room);
    }

    /** Parts of one kind that come one after the other, as many as there is room for. */
    private record Section(String noun, String open, List<String> parts, String close) {
        Section {
            parts = List.copyOf(parts);
        }
    }

    /** One report. */
    private record Page(Run run, Anchors anchors) {
        String within(String head, int room) {
            StringBuilder out = new StringBuilder(head).append(verdict());
            int taken = bytes(out.toString()) + RESERVE;
            List<String> left = new ArrayList<>();
            for (Section section : sections()) {
                int frame = bytes(section.open() + section.close());
                int fits = fitting(section.parts(), room - taken - frame);
                if (fits > 0) {
                    String text =
                            section.open() + String.join("", section.parts().subList(0, fits)) + section.close();
                    out.append(text);
                    taken += bytes(text);
                }
                if (fits < section.parts().size()) {
                    left.add(Words.count(section.parts().size() - fits, section.noun()));
                }
            }
            return out.append(leftOut(left)).toString();
        }

        private static int fitting(List<String> parts, int room) {
            int fits = 0;
            int taken = 0;
            while (fits < parts.size() && taken + bytes(parts.get(fits)) <= room) {
                taken += bytes(parts.get(fits));
                fits++;
            }
            return fits;
        }

        private static int bytes(String text) {
            return text.getBytes(StandardCharsets.UTF_8).length;
        }

        private String leftOut(List<String> left) {
            return left.isEmpty()
                    ? ""
                    : "\n**Not shown, for want of room: " + String.join(", ", left) + ".** "
                            + Markdown.link("The log of the run", run.origin().job())
                            + " has all of them, and so has every other report.\n";
        }

        private String verdict() {
            Verdict.Summary summary = run.verdict().summary();
            String word = switch (run.verdict().decision()) {
                case PASS -> "✅ the gate is open";
                case FAIL -> "❌ the gate is closed";
                case UNVERIFIED -> "⚠️ could not verify";
            };
            String numbers = Stream.of(
                            Words.count(summary.errors(), "error"),
                            Words.count(summary.warnings(), "warning"),
                            Words.count(summary.notes(), "note"),
                            Words.count(summary.inStep(), "name") + " in step",
                            summary.unverified() == 0 ? "everything verified" : summary.unverified() + " not verified",
                            run.ledger().deep() ? "values were read (deep)" : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
            return "## envgate: " + word + "\n\n" + numbers + "\n";
        }

        private List<Section> sections() {
            return List.of(
                    new Section("service", "\n", map(run.ledger().services(), this::service), ""),
                    new Section("input that cannot be read", "", map(run.problems(), this::problem), ""),
                    new Section("error", "", loud(of(Severity.ERROR)), ""),
                    new Section("warning", "", loud(of(Severity.WARNING)), ""),
                    new Section(
                            "reason for what is not verified",
                            "\n### Not verified\n\n",
                            map(Reason.of(run, run.unlooked()), this::reason),
                            ""),
                    notes(),
                    folded(
                            run.verdict().setAside().size() + " set aside",
                            "finding that is set aside",
                            run.verdict().setAside(),
                            this::setAside));
        }

        private static <T> List<String> map(List<T> all, Function<T, String> shown) {
            return all.stream().map(shown).toList();
        }

        private static <T> Section folded(String title, String noun, List<T> all, Function<T, String> shown) {
            return new Section(
                    noun, "\n<details><summary>" + title + "</summary>\n\n", map(all, shown), "\n</details>\n");
        }

        /** Notes that say the same of several names say it once, above the first of them. */
        private Section notes() {
            Map<List<String>, List<Finding>> same = new LinkedHashMap<>();
            of(Severity.NOTE)
                    .forEach(each -> same.computeIfAbsent(
                                    List.of(each.rule(), each.message(), each.hint()), _ -> new ArrayList<>())
                            .add(each));
            List<String> parts = new ArrayList<>();
            for (List<Finding> alike : same.values()) {
                parts.add(common(alike.getFirst()) + name(alike.getFirst()));
                alike.stream().skip(1).forEach(each -> parts.add(name(each)));
            }
            return folded(Words.count(parts.size(), "note"), "note", parts, each -> each);
        }

        private String common(Finding note) {
            return "\n" + rule(note) + ": " + Markdown.prose(note.message()) + next(note.hint()) + "\n";
        }

        private String service(ServiceLedger service) {
            return "- "
                    + Stream.of(
                                    Markdown.code(service.title()),
                                    Markdown.prose(Running.words(service.deployment())),
                                    Markdown.prose(service.identity().region()),
                                    Markdown.prose(service.identity().account()))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · "))
                    + "\n";
        }

        private List<Finding> of(Severity severity) {
            return run.verdict().findings().stream()
                    .filter(each -> each.severity() == severity)
                    .toList();
        }

        private String problem(Problem problem) {
            boolean unread = problem.span().file().text().isEmpty();
            return "\n### ❌ cannot be read\n\n"
                    + Markdown.prose(problem.message()) + "\n"
                    + (unread ? "" : excerpt(problem.span(), Excerpt.of(problem)))
                    + next(problem.hint());
        }

        /** One part for each finding, so that each is counted that has no room; many that say the same say it once, above the first. */
        private List<String> loud(List<Finding> findings) {
            List<String> parts = new ArrayList<>();
            for (List<Finding> alike : Alike.of(findings, anchors.rows())) {
                if (alike.size() == 1) {
                    parts.add(finding(alike.getFirst()));
                } else {
                    parts.add(common(alike) + name(alike.getFirst()));
                    alike.stream().skip(1).forEach(each -> parts.add(name(each)));
                }
            }
            return parts;
        }

        private String common(List<Finding> alike) {
            Finding first = alike.getFirst();
            return head(first, alike.size() + " names")
                    + Markdown.prose(first.message()) + "\n"
                    + next(first.hint())
                    + "\n";
        }

        private String head(Finding finding, String subject) {
            String sign = finding.severity() == Severity.ERROR ? "❌" : "⚠️";
            return "\n### " + sign + " " + rule(finding) + (subject.isEmpty() ? "" : " · " + subject) + "\n\n"
                    + anchors.rows().of(finding).stream().map(Page::stations).collect(Collectors.joining());
        }

        private String finding(Finding finding) {
            return head(finding, subject(finding))
                    + Markdown.prose(finding.message()) + "\n"
                    + place(finding)
                    + next(finding.hint());
        }

        private String place(Finding finding) {
            return switch (finding.place()) {
                case Place.InFile(Span span) -> excerpt(span, Excerpt.ofName(span));
                case Place.InTaskDefinition(String revision) -> "\nIn " + Markdown.code(revision) + "\n";
                case Place.Nowhere _ -> "";
            };
        }

        private String rule(Finding finding) {
            return Markdown.link(Markdown.code(finding.rule()), run.origin().page(finding.rule()));
        }

        /** The service is named where the run is about several. */
        private String subject(Finding finding) {
            boolean several = run.ledger().services().size() > 1;
            String where = Stream.of(Subject.container(finding), several ? Subject.service(finding) : "")
                    .filter(part -> !part.isEmpty())
                    .map(Markdown::code)
                    .collect(Collectors.joining(" of "));
            return Stream.of(finding.name().isEmpty() ? "" : Markdown.code(finding.name()), where)
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" in "));
        }

        private static String stations(Row row) {
            return "declared " + sign(row.declared())
                    + " · Terraform " + sign(row.configured())
                    + " · stored " + sign(row.stored())
                    + " · deployed " + sign(row.deployed()) + "\n\n";
        }

        private static String sign(Presence presence) {
            return switch (presence) {
                case Presence.Present _ -> "✓";
                case Presence.Conditional _ -> "◐";
                case Presence.Absent _ -> "✗";
                case Presence.Unknown _ -> "?";
            };
        }

        private String excerpt(Span span, Excerpt excerpt) {
            Anchor anchor = Anchor.of(span);
            String number = excerpt.line() + " | ";
            String carets = " ".repeat(number.length() + excerpt.caret()) + "^".repeat(excerpt.width());
            return "\n"
                    + Markdown.link(Markdown.code(span.toString()), run.origin().line(anchor)) + "\n\n"
                    + Markdown.block("text", number + excerpt.text() + "\n" + carets);
        }

        private static String next(String hint) {
            return hint.isEmpty() ? "" : "\n**Next:** " + Markdown.prose(Diagnostic.next(hint)) + "\n";
        }

        private String reason(Reason reason) {
            String things = reason.things().stream()
                    .limit(NAMES_IN_A_LINE)
                    .map(Markdown::code)
                    .collect(Collectors.joining(", "));
            int more = reason.things().size() - NAMES_IN_A_LINE;
            return "- **" + Words.of(reason.station()) + "** "
                    + things
                    + (more > 0 ? " and " + more + " more" : "")
                    + ": "
                    + Markdown.prose(reason.why())
                    + (reason.hint().isEmpty() ? "" : " **Next:** " + Markdown.prose(Diagnostic.next(reason.hint())))
                    + "\n";
        }

        /** A name, and its line. */
        private String name(Finding finding) {
            String subject = subject(finding);
            String place = switch (finding.place()) {
                case Place.InFile(Span span) ->
                    " ("
                            + Markdown.link(
                                    Markdown.code(span.file().path() + ":" + span.line()),
                                    run.origin().line(Anchor.of(span)))
                            + ")";
                case Place.InTaskDefinition(String revision) -> " (" + Markdown.code(revision) + ")";
                case Place.Nowhere _ -> "";
            };
            return "- " + (subject.isEmpty() ? rule(finding) : subject) + place + "\n";
        }

        private String setAside(SetAside each) {
            String subject = subject(each.finding());
            return "- " + rule(each.finding()) + (subject.isEmpty() ? "" : " " + subject) + ": "
                    + Markdown.prose(each.why()) + "\n";
        }
    }
}
