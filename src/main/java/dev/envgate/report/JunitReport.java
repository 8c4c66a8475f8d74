package dev.envgate.report;

import dev.envgate.ledger.Finding;
import dev.envgate.ledger.Place;
import dev.envgate.text.Escape;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** JUnit's XML, as GitLab, Jenkins, CircleCI and Azure read it: a suite for each service, a test for each name of a container. */
final class JunitReport implements Report {
    @Override
    public String id() {
        return "junit";
    }

    @Override
    public String of(Run run, Style style) {
        return text(Checked.of(run));
    }

    /** Of a run or of a fleet. */
    static String text(List<Checked> all) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
            new Page(xml).write(all);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string cannot fail to be written to", e);
        }
        return text.append('\n').toString();
    }

    /** One report while it is being written. */
    private record Page(XMLStreamWriter xml) {
        void write(List<Checked> all) throws XMLStreamException {
            Map<String, List<Checked>> suites = all.stream()
                    .collect(Collectors.groupingBy(Checked::suite, LinkedHashMap::new, Collectors.toList()));
            xml.writeStartDocument("UTF-8", "1.0");
            line(0);
            xml.writeStartElement("testsuites");
            attribute("name", "envgate");
            numbers(all);
            for (Map.Entry<String, List<Checked>> suite : suites.entrySet()) {
                suite(suite.getKey(), suite.getValue());
            }
            line(0);
            xml.writeEndElement();
            xml.writeEndDocument();
        }

        private void suite(String name, List<Checked> tests) throws XMLStreamException {
            line(1);
            xml.writeStartElement("testsuite");
            attribute("name", name);
            numbers(tests);
            attribute("skipped", count(tests, "skipped"));
            for (Checked each : tests) {
                test(each);
            }
            line(1);
            xml.writeEndElement();
        }

        private void numbers(List<Checked> tests) throws XMLStreamException {
            attribute("tests", String.valueOf(tests.size()));
            attribute("failures", count(tests, "failure"));
            attribute("errors", count(tests, "error"));
        }

        private static String count(List<Checked> tests, String element) {
            return String.valueOf(tests.stream()
                    .filter(each -> element(each.outcome()).equals(element))
                    .count());
        }

        /** The element that tells the outcome. */
        private static String element(Checked.Outcome outcome) {
            return switch (outcome) {
                case Checked.Outcome.Passed _ -> "system-out";
                case Checked.Outcome.Failed _ -> "failure";
                case Checked.Outcome.Unknown unknown -> unknown.holds() ? "error" : "skipped";
            };
        }

        private void test(Checked test) throws XMLStreamException {
            line(2);
            xml.writeStartElement("testcase");
            attribute(
                    "classname", test.suite().equals(test.group()) ? test.suite() : test.suite() + "." + test.group());
            attribute("name", test.name());
            switch (test.outcome()) {
                case Checked.Outcome.Passed passed -> {
                    remarks(passed.remarks());
                    if (!passed.remarks().isEmpty()) {
                        line(2);
                    }
                }
                case Checked.Outcome.Failed failed -> failed(failed.findings());
                case Checked.Outcome.Unknown unknown -> unknown(element(unknown), unknown);
            }
            xml.writeEndElement();
        }

        private void remarks(List<Finding> remarks) throws XMLStreamException {
            if (!remarks.isEmpty()) {
                line(3);
                xml.writeStartElement("system-out");
                details(remarks);
            }
        }

        private void failed(List<Finding> findings) throws XMLStreamException {
            Finding worst = findings.getFirst();
            line(3);
            xml.writeStartElement("failure");
            attribute("message", worst.message());
            attribute("type", worst.rule());
            details(findings);
            line(2);
        }

        private void unknown(String element, Checked.Outcome.Unknown unknown) throws XMLStreamException {
            line(3);
            xml.writeStartElement(element);
            attribute("message", unknown.why());
            if (element.equals("error")) {
                attribute("type", "not-verified");
            }
            text(unknown.hint().isEmpty() ? "" : "next: " + Diagnostic.next(unknown.hint()));
            xml.writeEndElement();
            remarks(unknown.remarks());
            line(2);
        }

        /** Each finding in three lines: what, where, what to do. */
        private void details(List<Finding> findings) throws XMLStreamException {
            for (Finding each : findings) {
                text("[" + each.rule() + "] " + each.message());
                if (each.place() instanceof Place.InFile file) {
                    breakLine();
                    text("  at " + file.span());
                }
                if (!each.hint().isEmpty()) {
                    breakLine();
                    text("  next: " + Diagnostic.next(each.hint()));
                }
                if (!each.equals(findings.getLast())) {
                    breakLine();
                }
            }
            xml.writeEndElement();
        }

        private void attribute(String name, String value) throws XMLStreamException {
            xml.writeAttribute(name, Escape.terminal(value));
        }

        /** XML has no form for control characters, so they are shown as in a terminal. */
        private void text(String text) throws XMLStreamException {
            xml.writeCharacters(Escape.terminal(text));
        }

        private void breakLine() throws XMLStreamException {
            xml.writeCharacters("\n");
        }

        private void line(int depth) throws XMLStreamException {
            xml.writeCharacters("\n" + "  ".repeat(depth));
        }
    }
}
