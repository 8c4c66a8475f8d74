package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.SourceFile;
import org.junit.jupiter.api.Test;

class JsonSyntaxTest {
    @Test
    void whatIsABlockInsideOfABlockIsReadAsOneWhenAsked() {
        Body body = file(
                "{\"resource\": {\"a\": {\"b\": {\"lifecycle\": {\"x\": 1}, \"container\": [{\"y\": 2}, {\"y\": 3}]}}}}");
        Body resource = body.blocks("resource").findFirst().orElseThrow().body();
        assertThat(resource.blocks("lifecycle"))
                .singleElement()
                .satisfies(block -> assertThat(block.body().attribute("x")).isPresent());
        assertThat(resource.blocks("container")).hasSize(2);
        assertThat(resource.attribute("container")).isPresent();
    }

    @Test
    void aBlockWithLabelsInsideOfABlockIsReadWhenTheirNumberIsSaid() {
        Body body = file("{\"locals\": {\"dynamic\": {\"setting\": {\"for_each\": [], \"content\": {\"a\": 1}}}}}");
        Body locals = body.blocks("locals").findFirst().orElseThrow().body();
        assertThat(locals.blocks("dynamic", 1)).singleElement().satisfies(block -> {
            assertThat(block.labels()).extracting(Body.Label::text).containsExactly("setting");
            assertThat(block.body().blocks("content")).hasSize(1);
        });
    }

    @Test
    void anObjectOfTheNativeSyntaxIsNoBlock() {
        Body body = HclParser.parseFile(new SourceFile("main.tf", "lifecycle = { x = 1 }\n"))
                .value();
        assertThat(body.blocks("lifecycle")).isEmpty();
    }

    @Test
    void charactersBehindAnEscapeKeepTheirOwnPlaces() {
        Body body = file("{\"locals\": {\"a\": \"x\\n\\u00e9 ${ y.z }\"}}");
        Expression.Template text = (Expression.Template) body.blocks("locals")
                .findFirst()
                .orElseThrow()
                .body()
                .attribute("a")
                .orElseThrow()
                .value();
        assertThat(text.parts())
                .extracting(part -> part.span().text())
                .containsExactly("x", "\\n", "\\u00e9", " ", "${ y.z }");
        Expression inside = ((TemplatePart.Interpolation) text.parts().getLast()).expression();
        assertThat(inside.span().text()).isEqualTo("y.z");
    }

    @Test
    void stringsOfAVariablesFileAreNoTemplates() {
        Parsed<Body> parsed =
                JsonSyntax.parseValues(new SourceFile("x.tfvars.json", "{\"a\": \"${\", \"resource\": {\"b\": 1}}"));
        assertThat(parsed.problems()).isEmpty();
        assertThat(parsed.value().blocks()).isEmpty();
        assertThat(parsed.value().attribute("a").orElseThrow().value())
                .isInstanceOfSatisfying(
                        Expression.Template.class,
                        template -> assertThat(template.parts())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        TemplatePart.Text.class,
                                        text -> assertThat(text.text()).isEqualTo("${")));
    }

    @Test
    void aVariablesFileHoldsOneObjectAndEveryNameOnce() {
        assertThat(JsonSyntax.parseValues(new SourceFile("x", "[{\"a\": 1}]")).ok())
                .isFalse();
        assertThat(JsonSyntax.parseValues(new SourceFile("x", "{\"a\": 1, \"a\": 2}"))
                        .problems())
                .hasSize(1);
        assertThat(JsonSyntax.parseValues(new SourceFile("x", "{\"a\": {\"b\": 1, \"b\": 2}}"))
                        .problems())
                .hasSize(1);
    }

    @Test
    void halfACharacterBecomesTheReplacementCharacter() {
        assertThat(text("\\ud83d")).isEqualTo("\uFFFD");
        assertThat(text("\\ude00\\ud83d")).isEqualTo("\uFFFD\uFFFD");
        assertThat(text("\\ud83d\\ude00")).isEqualTo("😀");
    }

    private static String text(String json) {
        Body body = JsonSyntax.parseValues(new SourceFile("x", "{\"a\": \"" + json + "\"}"))
                .value();
        StringBuilder text = new StringBuilder();
        Expression.Template template =
                (Expression.Template) body.attribute("a").orElseThrow().value();
        template.parts().forEach(part -> text.append(((TemplatePart.Text) part).text()));
        return text.toString();
    }

    private static Body file(String json) {
        Parsed<Body> parsed = JsonSyntax.parseFile(new SourceFile("main.tf.json", json), JsonSyntax.TERRAFORM);
        assertThat(parsed.problems()).isEmpty();
        return parsed.value();
    }
}
