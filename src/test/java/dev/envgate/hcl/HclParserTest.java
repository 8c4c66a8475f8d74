package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import org.junit.jupiter.api.Test;

class HclParserTest {
    @Test
    void anExpressionIsTheWholeTextAndMayGoOverLines() {
        assertThat(expression("[\n1,\n2\n]").ok()).isTrue();
        assertThat(expression("\n1\n+\n2\n").ok()).isTrue();
        assertThat(expression("{ a = 1\n b = 2 }").ok()).isTrue();
        assertThat(expression("1 2").problems()).singleElement().satisfies(problem -> {
            assertThat(problem.message()).isEqualTo("Expected the end of the expression, but found a number.");
            assertThat(problem.span().start()).isEqualTo(2);
        });
        assertThat(expression("").ok()).isFalse();
    }

    @Test
    void aTemplateIsTheWholeTextAndItsQuotesMeanNothing() {
        Parsed<Expression.Template> parsed = HclParser.parseTemplate(
                new SourceFile("x.tpl", "{\"a\": \"${a}\\n\"}\n%{ if b ~}\n  c\n%{ endif ~}\n"));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().parts())
                .extracting(part -> part.span().text())
                .containsExactly("{\"a\": \"", "${a}", "\\n\"}\n", "%{ if b ~}\n  c\n%{ endif ~}");
    }

    @Test
    void aBrokenTemplateSaysWhere() {
        assertThat(HclParser.parseTemplate(new SourceFile("x.tpl", "a\n${b c}\n"))
                        .problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.span().toString()).isEqualTo("x.tpl:2:5"));
    }

    @Test
    void aQuotedReferenceIsReadAtItsOwnPlace() {
        Expression quoted = expression(" \"aws_x.y\"").value();
        Expression reference = HclParser.unquoted(quoted).value();
        assertThat(reference).isInstanceOf(Expression.Attribute.class);
        assertThat(reference.span().start()).isEqualTo(2);
        assertThat(HclParser.unquoted(reference).value()).isSameAs(reference);
    }

    @Test
    void aStringWithSequencesIsNoQuotedReference() {
        Expression template = expression("\"${a}\"").value();
        assertThat(HclParser.unquoted(template).value()).isSameAs(template);
    }

    @Test
    void whatStandsBesideAProblemIsStillRead() {
        Parsed<Body> parsed = HclParser.parseFile(new SourceFile("main.tf", """
                resource "aws_x" "a" {
                  name = "a
                  size = 1
                }
                resource "aws_x" "b" {
                  list = [
                    { a = 1 b = 2 },
                  ]
                  size = 2
                }
                """));
        assertThat(parsed.problems()).hasSize(2);
        assertThat(parsed.value().blocks("resource"))
                .allSatisfy(block -> assertThat(block.body().attribute("size")).isPresent());
    }

    @Test
    void aTreeShowsNoValueWhenItIsPrinted() {
        String text = "a = \"hunter2\"\nb = 4711\nc = <<EOT\nhunter2\nEOT\nd = { e = [\"hunter2\", 4711] }\n";
        assertThat(HclParser.parseFile(new SourceFile("main.tf", text)).toString())
                .doesNotContain("hunter2")
                .doesNotContain("4711");
    }

    private static Parsed<Expression> expression(String text) {
        return HclParser.parseExpression(new SourceFile("value for --var", text));
    }
}
