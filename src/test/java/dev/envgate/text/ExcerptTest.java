package dev.envgate.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExcerptTest {
    @Test
    void pointsAtTheNameAndShowsIt() {
        Excerpt excerpt = ofName("a.tf", "x\n        name      = \"HF_TOKEN\"\n", "\"HF_TOKEN\"");

        assertThat(excerpt).isEqualTo(new Excerpt(2, "        name      = \"HF_TOKEN\"", 20, 10));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a.tf         | { name = \"NAME\", value = \"hunter2\" }",
                "a.tf         | { name = \"NAME\", value = hunter2 }",
                "a.tf         | { name = \"NAME\", value = 4711hunter2 }",
                "a.tf         | { name = \"NAME\", value = var.x ? \"hunter2\" : \"hunter2\" }",
                "a.tf         | { name = \"NAME\", value = \"\\\"hunter2",
                "a.json       | {\"name\":\"NAME\",\"value\":\"hunter2\"}",
                "a.tpl        | password: hunter2 \"NAME\"",
                "a.tf         | name = [NAME, hunter2",
                "a.tf         | hunter2, NAME",
                "a.tf         | NAME the password is hunter2",
                ".env.example | NAME=hunter2",
                ".env.example | export NAME: 'hunter2'",
                ".env.example | #NAME=hunter2",
                ".env.example | hunter2 NAME",
            })
    void hidesWhatMayBeAValueBesideTheName(String file, String line) {
        Excerpt excerpt = ofName(file, line, "NAME");

        assertThat(excerpt.text()).contains("NAME").contains("…").doesNotContain("hunter2");
    }

    @Test
    void keepsTheFirstLineOfABlockReadable() {
        SourceFile file = new SourceFile("a.tf", "resource \"aws_ecs_service\" \"api\" {\n");

        assertThat(Excerpt.ofProblem(file.span(0, 8)).text()).isEqualTo("resource \"aws_ecs_service\" \"api\" {");
    }

    @Test
    void keepsReferencesReadable() {
        Excerpt excerpt = ofName("a.tf", "{ name = \"NAME\", valueFrom = aws_secretsmanager_secret.hf.arn }", "NAME");

        assertThat(excerpt.text()).endsWith("valueFrom = aws_secretsmanager_secret.hf.arn }");
    }

    @Test
    void hidesTheValuesInsideOfAPlaceThatIsMoreThanAName() {
        Excerpt excerpt =
                ofName("a.tf", "x = { name = \"A\", values = \"hunter2\" }", "{ name = \"A\", values = \"hunter2\" }");

        assertThat(excerpt.text()).isEqualTo("x = { name = \"…\", values = \"…\" }");
    }

    @Test
    void hidesTheContentOfTheStringThatIsTheProblem() {
        SourceFile file = new SourceFile("a.tf", "password = \"hunter2");

        assertThat(Excerpt.ofProblem(file.span(11, 19)).text()).isEqualTo("password = \"…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MIIEhunter2cAQEA7bcdefghij=", "Mhunter2A==", "MIIE+hunter2/AQEA7bcdefghij="})
    void hidesAPieceOfAKeyThatLooksLikeAName(String line) {
        SourceFile file = new SourceFile(".env.example", line);

        assertThat(Excerpt.ofProblem(file.all()).text()).isEqualTo("…");
    }

    @Test
    void cutsALongLineToAWindowAroundTheName() {
        String line = "[" + "{ a = 1 }, ".repeat(10_000) + "NAME" + ", {}".repeat(10_000);
        Excerpt excerpt = ofName("a.tf", line, "NAME");

        assertThat(excerpt.text()).hasSizeLessThan(220).contains("NAME");
        assertThat(excerpt.text().substring(excerpt.caret(), excerpt.caret() + excerpt.width()))
                .isEqualTo("NAME");
    }

    @Test
    void showsControlCharactersInsteadOfSendingThem() {
        Excerpt excerpt = ofName("a.tf", "\tname = \"A\u001b[31mB\u202e\"", "\"A\u001b[31mB\u202e\"");

        assertThat(excerpt.text()).isEqualTo("    name = \"A\\u{1b}[31mB\\u{202e}\"");
        assertThat(excerpt.caret()).isEqualTo(11);
    }

    private static Excerpt ofName(String path, String text, String name) {
        int start = text.indexOf(name);
        return Excerpt.ofName(new SourceFile(path, text).span(start, start + name.length()));
    }
}
