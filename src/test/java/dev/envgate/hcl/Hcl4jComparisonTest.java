package dev.envgate.hcl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import com.sun.net.httpserver.HttpServer;
import dev.envgate.text.SourceFile;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The reproducers that decision 001 rests on, run against hcl4j and against our own front end. When one of them fails because hcl4j has
 * become right, the decision is due to be looked at again.
 */
class Hcl4jComparisonTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "concat([1], [2])                | null | [1,2]",
                "merge({ x = 1 }, { y = 2 })     | null | {\"x\":1,\"y\":2}",
                "tostring(5)                     | null | \"5\"",
                "coalesce(null, \"x\")           | null | \"x\"",
                "keys({ x = 1 })                 | null | [\"x\"]",
                "toset([\"x\"])                  | null | [\"x\"]",
                "[for k, v in { x = 1 } : k]     | []   | [\"x\"]",
                "1 + 2 * 3                       | 9.0  | 7",
                "\"%{ if true }x%{ else }y%{ endif }\" | %{ if true }x%{ else }y%{ endif } | \"x\"",
            })
    void hcl4jGivesAnotherValueWithoutSayingSo(String expression, String wrong, String right) throws Exception {
        assertThat(Evaluation.json(expression)).isEqualTo(right);
        assertThat(hcl4j(expression)).isEqualTo(String.valueOf(wrong)).isNotEqualTo(right);
    }

    @Test
    void hcl4jPicksAnArmOfAConditionThatIsNotKnown() throws Exception {
        assertThat(hcl4j("var.unknown ? \"yes\" : \"no\"")).isEqualTo("yes");
        assertThat(Evaluation.partly("var.unknown ? \"yes\" : \"no\""))
                .contains("yes")
                .contains("no");
    }

    @Test
    void hcl4jTurnsAReferenceInsideOfAStringIntoItsName() throws Exception {
        assertThat(hcl4j("\"${aws_x.y.arn}:k::\"")).isEqualTo("aws_x.y.arn:k::");
        assertThat(Evaluation.partly("\"${aws_x.y.arn}:k::\"")).contains("<").contains(":k::");
    }

    @Test
    void hcl4jWritesObjectsOfItsParserIntoJson() throws Exception {
        assertThat(hcl4j("jsonencode([{ valueFrom = aws_x.y.arn }])"))
                .contains("\"children\"")
                .contains("\"position\"");
        assertThat(Evaluation.partly("jsonencode([{ valueFrom = aws_x.y.arn }])"))
                .doesNotContain("children");
    }

    @Test
    void hcl4jKeepsTheIndentationOfAHeredocThatDropsIt() throws Exception {
        String text = "locals {\n  a = <<-EOT\n    one\n      two\n    EOT\n}\n";

        assertThat(local(new HCLParser().parse(text))).isEqualTo("    one\n      two\n");
        assertThat(Evaluation.json("<<-EOT\n    one\n      two\n    EOT\n")).isEqualTo("\"one\\n  two\\n\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html><body>oops</body></html>",
                "<<<<<<< HEAD\nlocals { a = 1 }\n=======\nlocals { a = 2 }\n>>>>>>> x\n",
                "resource \"aws_x\" \"y\" {\n  a = 1\n",
            })
    void hcl4jAcceptsWhatIsNoTerraform(String text) throws Exception {
        new HCLParser().parse(text);

        assertThat(HclParser.parseFile(new SourceFile("main.tf", text)).ok()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-var.x",
                "{ (var.x) = 1 }",
                "{ \"${var.x}-a\" = 1 }",
                "{ a = 1 }.a",
                "\"\\u00e9\"",
                "\"${~ var.x ~}\""
            })
    void hcl4jRefusesWhatTerraformAccepts(String expression) {
        assertThatThrownBy(() -> hcl4j(expression)).isNotNull();
        assertThat(HclParser.parseExpression(new SourceFile("main.tf", expression))
                        .ok())
                .isTrue();
    }

    @Test
    void hcl4jLeavesSequencesOfAHeredocUnread() throws Exception {
        assertThat(hcl4j("<<EOT\n${upper(\"x\")}\nEOT\n")).isEqualTo("${upper(\"x\")}\n");
        assertThat(Evaluation.json("<<EOT\n${upper(\"x\")}\nEOT\n")).isEqualTo("\"X\\n\"");
    }

    @Test
    void hcl4jSendsRequestsWhileItParses() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
            String text = "data \"http\" \"x\" {\n  url = \"" + url + "\"\n}\nlocals {\n  a = data.http.x.body\n}\n";

            HclParser.parseFile(new SourceFile("main.tf", text));
            assertThat(requests).hasValue(0);
            new HCLParser().parse(text);
            assertThat(requests.get()).isPositive();
        } finally {
            server.stop(0);
        }
    }

    private static String hcl4j(String expression) throws Exception {
        return local(new HCLParser().parse("locals {\n  a = " + expression + "\n}\n"));
    }

    private static String local(Map<String, Object> parsed) {
        Object locals = parsed.getOrDefault("locals", Map.of());
        return locals instanceof Map<?, ?> map ? String.valueOf(map.get("a")) : "no locals";
    }
}
