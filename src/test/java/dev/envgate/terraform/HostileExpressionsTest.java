package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.text.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Expressions that ask for more than any run may spend: the entry that holds one is unknown with its reason, the entry beside it is read. */
@Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class HostileExpressionsTest {
    private static final String TOO_LARGE = "not known: it is larger than";
    private static final String SEARCH = "the search takes too long";

    @TempDir
    private Path directory;

    @Test
    void aliasesThatMultiplyAreNotExpanded() throws IOException {
        String text = "a0: &a0 [x, x]\n" + numbered(40, "a%2$d: &a%2$d [*a%1$d, *a%1$d]") + "\n";
        assertUnknown(
                "y = <<E\n" + text + "E", "jsonencode(yamldecode(local.y))", "`yamldecode` does not read this text");
    }

    @ParameterizedTest
    @CsvSource({"[, ]", "'{a: ', }", "'- ', ''"})
    void yamlThatIsNestedTooDeepIsNotRead(String open, String close) throws IOException {
        String text = open.repeat(100_000) + "1" + close.repeat(100_000);
        assertUnknown("y = \"" + text + "\"", "yamldecode(local.y)", "`yamldecode` does not read this text");
    }

    @Test
    void aTableOfTooManyCellsIsNotMade() throws IOException {
        write("table.csv", "a,b\n" + "1,2\n".repeat(200_000));
        assertUnknown("", "length(csvdecode(file(\"table.csv\")))", "the table has more than 250000 cells");
    }

    @Test
    void jsonThatIsNestedTooDeepIsNotRead() throws IOException {
        String text = "[".repeat(100_000) + "]".repeat(100_000);
        assertUnknown("", "jsonencode(jsondecode(\"" + text + "\"))", "it is nested deeper than 200 levels");
    }

    @Test
    void subnetsByTheThousandAreCounted() throws IOException {
        String sizes = String.join(", ", Collections.nCopies(20_000, "24"));
        assertThat(read("", "tostring(length(cidrsubnets(\"10.0.0.0/8\", " + sizes + ")))"))
                .contains("= 20000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"9e4000 * 9e4000", "1e999999999"})
    void numbersOfTooManyDigitsAreNotMade(String expression) throws IOException {
        assertUnknown("", expression, "the number has more than 5000 digits");
    }

    // Were the way of each piece not part of its weight, sixteen steps would be too few to be too large.
    @Test
    void anArgumentThatDoublesThroughModulesIsBounded() throws IOException {
        for (int i = 0; i < 16; i++) {
            String call = "module \"m\" {\nsource = \"../m%d\"\nv = \"${var.v}${var.v}\"\n}\n".formatted(i + 1);
            write("m" + i + "/main.tf", "variable \"v\" {}\n" + call);
        }
        write("m16/main.tf", "variable \"v\" {}\n" + definition("var.v"));
        write("main.tf", "module \"m\" {\nsource = \"./m0\"\nv = \"x\"\n}\n");
        assertThat(read()).contains(TOO_LARGE).contains("environment B");
    }

    // Each key was compared with every other one before: a million million comparisons of texts.
    @Test
    void keysThatAreNotKnownDoNotMultiply() throws IOException {
        String doubling = numbered(40, "m%2$d = merge(local.m%1$d, { for k, v in local.m%1$d : \"${k}x%1$d\" => v })");
        write("x.tf", "variable \"x\" {}\n");
        assertUnknown("m0 = { \"${var.x}\" = 1 }\n" + doubling, "jsonencode(local.m40)", TOO_LARGE);
    }

    @Test
    void aMapThatIsPerhapsMergedWithItselfDoesNotGrow() throws IOException {
        String doubling = numbered(60, "m%2$d = merge(local.m%1$d, var.y ? local.m%1$d : {})");
        write("x.tf", "variable \"x\" {}\nvariable \"y\" {}\n");
        assertThat(read("m0 = { k = var.x }\n" + doubling, "local.m60.k"))
                .contains("environment A")
                .contains("environment B")
                .doesNotContain(TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(ints = {5_001, 1_000_000})
    void aPatternThatIsTooLongIsNotCompiled(int length) throws IOException {
        assertUnknown("", "regex(\"" + "(".repeat(length) + "\", \"a\")", SEARCH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regexall(\"(a|b)?(a|b)?(a|b)?(a|b)?\", LONG)",
                "regexall(\"a*?b|a\", LONG)",
                "replace(LONG, \"/a*?b|a/\", \"\")",
                "regex(\"(a?){1000}b\", LONG)",
            })
    void aSearchThatWouldTakeHoursEndsInABound(String expression) throws IOException {
        String text = "\"" + "a".repeat(1_000_000) + "\"";
        assertUnknown("", "jsonencode(" + expression.replace("LONG", text) + ")", SEARCH);
    }

    @Test
    void anIndexThatDoublesIsNotWrittenDown() throws IOException {
        write("x.tf", "variable \"x\" {}\n");
        String doubling = numbered(60, "l%2$d = local.l%1$d[local.l%1$d]");
        String read = read("l0 = var.x\n" + doubling, "local.l60");
        assertThat(read).contains("environment A").contains("environment B").hasSizeLessThan(20_000);
    }

    @Test
    void aHundredThousandAttributesAreAnObject() throws IOException {
        assertThat(read("o = {\n" + numbered(100_000, "a%1$d = %1$d") + "\n}", "tostring(local.o.a99999)"))
                .contains("= 99999");
    }

    @Test
    void aHundredThousandLocalsInARowAreTooLongAChain() throws IOException {
        assertUnknown(numbered(100_000, "l%1$d = local.l%2$d") + "\nl100000 = 1", "local.l0", "too long a chain");
    }

    // Every character was looked for in the whole set before.
    @Test
    void aLargeSetOfCharactersIsTrimmed() throws IOException {
        String set = "b".repeat(200_000) + "a";
        assertThat(read("", "trim(\"" + "a".repeat(200_000) + "z\", \"" + set + "\")"))
                .contains("= z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jsonencode([local.l%1$d, local.l%1$d])",
                "jsonencode({ a = local.l%1$d, b = local.l%1$d })",
                "yamlencode([local.l%1$d, local.l%1$d])",
                "base64encode(\"${local.l%1$d}${local.l%1$d}\")",
                "[local.l%1$d, local.l%1$d]",
                "{ a = local.l%1$d, b = local.l%1$d }",
                "join(\"\", formatlist(\"%%s%%s\", [local.l%1$d], [local.l%1$d]))",
                "join(local.l%1$d, [local.l%1$d, local.l%1$d])",
            })
    void whatDoublesIsTooLarge(String step) throws IOException {
        String doubling = numbered(60, "l%2$d = " + step);
        assertUnknown("l0 = \"x\"\n" + doubling, "jsonencode(local.l60)", TOO_LARGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "format(\"%1000000000d\", 1)",
                "format(\"%999999999999999999999d\", 1)",
                "format(\"%.1000000000f\", 1.5)",
                "format(\"%-100000000s\", \"a\")",
                "length(setproduct(range(1000), range(1000), range(1000)))",
                "length([for a in range(1000) : [for b in range(1000) : [for c in range(1000) : c]]])",
                "length(range(1000000000))",
                "length(range(0, 1, 0.0000000001))",
                "pow(10, 1000000000)",
                "pow(1.0000001, 1e18)",
                "1e5000 % 7.0000001",
                "cidrsubnet(\"10.0.0.0/8\", 1000000000, 1)",
                "cidrhost(\"10.0.0.0/8\", 1e4000)",
                "timeadd(\"2020-01-01T00:00:00Z\", \"999999999999999999h\")",
                "bcrypt(\"x\", 31)",
                "tonumber(\"1e2147483647\") + 1",
                "floor(1e-2147483647)",
            })
    void whatAsksForTooMuchIsNotKnown(String expression) throws IOException {
        assertUnknown("", expression, "");
    }

    private void assertUnknown(String locals, String value, String reason) throws IOException {
        assertThat(read(locals, value))
                .contains("environment A")
                .contains("not known: ")
                .contains(reason)
                .contains("environment B");
    }

    private static String numbered(int count, String pattern) {
        return IntStream.range(0, count)
                .mapToObj(i -> pattern.formatted(i, i + 1))
                .collect(Collectors.joining("\n"));
    }

    private static String definition(String value) {
        return """
                resource "aws_ecs_task_definition" "api" {
                  family = "api"
                  container_definitions = jsonencode([{ name = "api", environment = [{ name = "A", value = VALUE }, { name = "B", value = "1" }] }])
                }
                """.replace("VALUE", value);
    }

    private String read(String locals, String value) throws IOException {
        write("main.tf", "locals {\n" + locals + "\n}\n" + definition(value));
        return read();
    }

    private void write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private String read() throws IOException {
        Path real = directory.toRealPath();
        TerraformReader.Result result = TerraformReader.read(Inputs.of(real, new Directories(real, List.of(real))));
        return Description.of(result.configuration(), result.problems(), "");
    }
}
