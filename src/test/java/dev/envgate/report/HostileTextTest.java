package dev.envgate.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.ledger.Code;
import dev.envgate.ledger.ContainerLedger;
import dev.envgate.ledger.Contract;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Kind;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Presence;
import dev.envgate.ledger.Row;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Severity;
import dev.envgate.ledger.Station;
import dev.envgate.policy.SetAside;
import dev.envgate.policy.Threshold;
import dev.envgate.policy.Verdict;
import dev.envgate.text.Problem;
import dev.envgate.text.SourceFile;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever names, files and answers of AWS are made of, no format lets it act: not on a terminal, a pipeline, a page or a reader. */
class HostileTextTest {
    static final List<String> TEXTS = List.of(
            "\u001b[2J\u001b[31mred",
            "\u009b31m",
            "\0",
            "a\0b",
            "a\nb",
            "a\r\n::error::b",
            "\u2028::error::b",
            "::error::closed",
            "  ::warning file=x::y",
            "\u00a0::stop-commands::x",
            "see ::add-mask::x",
            "##[add-mask]x",
            "####[group]",
            "##vso[task.setvariable variable=x]y",
            "##teamcity[buildStatus status='SUCCESS']",
            "%0A::error::x%25",
            "a,line=1::b",
            "</script><script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "\"><svg/onload=alert(1)>",
            "' onmouseover='alert(1)",
            "]]>",
            "<![CDATA[x]]>",
            "<!-- x",
            "--> x <!--",
            "&lt;b&gt; &amp; &#60;",
            "| a | b |",
            "a|b",
            "[link](https://evil.example)",
            "![x](https://evil.example/x.png)",
            "https://evil.example/x",
            "www.evil.example",
            "someone@evil.example",
            "@everyone",
            "by @team/owners please",
            "fixes #1",
            "`code`",
            "``` \n# heading\n```",
            "back`tick",
            "**bold** _under_ ~~gone~~",
            "- item",
            "# heading",
            "</details>",
            "</code>",
            "$x$",
            "=HYPERLINK(\"https://evil.example\")",
            "+1+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(1)",
            "\t=1",
            "\u202Egpj.exe",
            "\u2066x\u2069",
            "\u200Bzero",
            "\ufeffmark",
            "\ud800",
            "\udc00x",
            "\ufffe",
            "ok 1 - fine # SKIP",
            "\\# TODO",
            "...\n---",
            "a: b",
            "\\",
            "\"",
            "'",
            " ",
            "\u0085x",
            "{0} {{x}}",
            "ünïcödé 変数 🔑",
            "x".repeat(5_000));

    /** Where links of our own lead; {@link Validators} knows it. */
    static final Origin ORIGIN = new Origin(
            "1.0.0",
            "envgate.yml",
            _ -> true,
            "https://own.example/rules",
            "https://own.example/files",
            "https://own.example/job");

    @TestFactory
    Stream<DynamicTest> everyFormatIsHarmlessAndValid() {
        return Reports.ALL.stream()
                .map(report -> DynamicTest.dynamicTest(report.id(), () -> {
                    for (String text : TEXTS) {
                        try {
                            Validators.assertValid(report.id(), report.of(run(text), Style.PLAIN));
                        } catch (AssertionError e) {
                            throw new AssertionError(
                                    "with "
                                            + text.codePoints()
                                                    .limit(60)
                                                    .boxed()
                                                    .toList(),
                                    e);
                        }
                    }
                }));
    }

    /** The whole list at once: what is harmless alone may not be so beside another. */
    @TestFactory
    Stream<DynamicTest> everyFormatIsHarmlessWithAllOfThem() {
        String all = String.join("", TEXTS.subList(0, TEXTS.size() - 1));
        return Reports.ALL.stream()
                .map(report -> DynamicTest.dynamicTest(
                        report.id(), () -> Validators.assertValid(report.id(), report.of(run(all), Style.PLAIN))));
    }

    @Test
    void theJsonReportKeepsEveryNameAsItIs() throws IOException {
        for (String text : TEXTS) {
            String json = new JsonReport().of(run(text), Style.PLAIN);

            assertThat(new JsonMapper()
                            .readTree(json)
                            .path("findings")
                            .path(0)
                            .path("name")
                            .asText())
                    .isEqualTo(text);
        }
    }

    @Test
    void aTerminalWithColoursGetsNoOtherEscapesThanThose() {
        for (String text : TEXTS) {
            String shown = new TextReport().of(run(text), new Style(true, true, 80, true));

            assertThat(shown.replaceAll("\u001b\\[[0-9;]*m", "")
                            .codePoints()
                            .filter(c -> c != '\n' && Character.isISOControl(c))
                            .boxed())
                    .as(Arrays.toString(text.toCharArray()))
                    .isEmpty();
        }
    }

    /** A run in which everything that can come from outside is this text. */
    static Run run(String text) {
        SourceFile file = new SourceFile(text + "/main.tf", "a = 1\n" + text + " = " + text + "\n");
        Place place = new Place.InFile(file.span(6, 6 + text.length()));
        Presence present = new Presence.Present(place);
        Row row = new Row(
                new Name(text),
                Kind.SECRET,
                present,
                List.of(),
                new Presence.Conditional(place, text),
                List.of(),
                new Presence.Unknown(text, place),
                List.of(),
                new Presence.Absent(),
                List.of(),
                List.of());
        Row fine = new Row(
                new Name(text + "2"),
                Kind.SETTING,
                present,
                List.of(),
                present,
                List.of(),
                present,
                List.of(),
                new Presence.Present(new Place.InTaskDefinition(text)),
                List.of(),
                List.of());
        ServiceLedger service = new ServiceLedger(
                text,
                text,
                text,
                List.of(),
                List.of(),
                List.of(),
                new Deployment.NotSeen(text, text),
                new Contract(List.of(text), List.of()),
                new Code.NotSearched(text),
                List.of(new ContainerLedger(text, present, present, List.of(), List.of(row, fine))));
        List<NotVerified> notVerified = List.of(
                new NotVerified(Station.DEPLOYED, text, text, text),
                new NotVerified(Station.STORED, text, "Denied: " + text, text, NotVerified.Cause.UNDECIDED));
        List<Finding> findings = Arrays.stream(Severity.values())
                .flatMap(severity -> Stream.of(
                        finding(severity, text, text, place),
                        finding(severity, text + "2", "It has `" + text + "` in it, and " + text + ".", place),
                        finding(severity, "", text, new Place.InTaskDefinition(text)),
                        finding(severity, text, "At " + text, new Place.Nowhere())))
                .toList();
        List<SetAside> setAside =
                List.of(new SetAside(finding(Severity.ERROR, text, text, place), SetAside.By.SUPPRESSION, text));
        Verdict verdict = new Verdict(
                Verdict.Decision.FAIL,
                findings,
                new Verdict.Summary(4, 4, 4, 2, 0),
                setAside,
                new Threshold(Severity.ERROR, false));
        return new Run(
                new Ledger(new Identity(text, text), List.of(service), notVerified),
                verdict,
                List.of(new Problem(file.span(0, 1), text, text)),
                ORIGIN);
    }

    private static Finding finding(Severity severity, String name, String message, Place place) {
        String text = name.isEmpty() ? message : name;
        return new Finding("undeployed", severity, text, text, name, message, "run " + text, place)
                .with(List.of(place));
    }
}
