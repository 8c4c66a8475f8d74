package dev.envgate.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.envgate.text.Directories;
import dev.envgate.text.Problem;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Terraform written to break its reader: an answer that says what is not known, in bounded time and memory, and nothing read outside. */
class HostileTerraformTest {
    @TempDir
    private Path temporary;

    @Test
    void aLongChainOfLocalsEndsInABound() throws IOException {
        String chain = numbered(20_000, "l%1$d = local.l%2$d");
        write("main.tf", "locals {\n" + chain + "\nl20000 = 1\n}\n" + definition("local.l0"));
        assertThat(read())
                .contains("depends on too long a chain of other values")
                .contains("environment B");
    }

    @Test
    void stringsThatDoubleEndInABound() throws IOException {
        String doubling = numbered(60, "l%2$d = \"${local.l%1$d}${local.l%1$d}\"");
        write(
                "main.tf",
                "locals {\nl0 = \"" + "x".repeat(4096) + "\"\n" + doubling + "\n}\n" + definition("local.l60"));
        assertThat(read()).contains("not known: it is larger than");
    }

    @Test
    void aModuleThatCallsItselfIsNamed() throws IOException {
        write("main.tf", "module \"a\" {\nsource = \"./a\"\n}\n" + definition("1"));
        write(
                "a/main.tf",
                "module \"b\" {\nsource = \"../a\"\nfor_each = toset([\"x\", \"y\"])\n}\n" + definition("1"));
        assertThat(read()).contains("`module.b` calls itself").contains("module.a.aws_ecs_task_definition.api");
    }

    @Test
    void instancesByTheBillionAreNotMade() throws IOException {
        write("main.tf", definition("1").replace("family", "count = 1000000000\nfamily"));
        assertThat(read()).contains("More than 2,000 instances are not read.");
    }

    @Test
    void blocksBeyondTheBoundAreSaidToBeMissing() throws IOException {
        write("main.tf", """
                resource "acme_settings" "x" {
                  dynamic "setting" {
                    for_each = concat(range(1000), range(1000), range(1000))
                    content {
                      name = "S${setting.value}"
                    }
                  }
                }
                """ + definition("join(\",\", [for each in acme_settings.x.setting : each.name])"));
        assertThat(read()).contains("has more than 2,000 `setting` blocks, and the others are not written out");
    }

    @Test
    void modulesThatMultiplyAreBounded() throws IOException {
        write("main.tf", "module \"a\" {\nsource = \"./a\"\ncount = 1000\n}\n");
        write("a/main.tf", "module \"b\" {\nsource = \"../b\"\ncount = 1000\n}\n");
        write("b/main.tf", "resource \"aws_ecs_service\" \"s\" {\nname = \"s\"\n}\n");
        assertThat(read()).contains("there are more modules than are read");
    }

    @Test
    void configurationsOfTerragruntThatReadEachOtherDoNotMultiply() throws IOException {
        write("main.tf", "variable \"x\" {\ndefault = 1\n}\n" + definition("var.x"));
        write(
                "terragrunt.hcl",
                "include {\npath = \"terragrunt.hcl\"\n}\ninputs = read_terragrunt_config(\"c0.hcl\").inputs\n");
        for (int i = 0; i < 60; i++) {
            String next = "read_terragrunt_config(\"c" + (i + 1) % 60 + ".hcl\")";
            write(
                    "c" + i + ".hcl",
                    "include \"self\" {\npath = \"c" + i + ".hcl\"\n}\ninputs = merge(" + next + ".inputs, " + next
                            + ".inputs, " + next + ".inputs)\n");
        }
        assertThat(read()).contains("depends on itself").contains("environment B");
    }

    @Test
    void deepNestingIsAProblemWithAPlace() throws IOException {
        write("main.tf", definition("(".repeat(100_000) + "1" + ")".repeat(100_000)));
        assertThat(problems()).extracting(Problem::message).anyMatch(message -> message.contains("nested"));
    }

    @Test
    void nothingOutsideIsRead() throws IOException {
        Path outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("stolen.tf"), "locals {\nstolen = \"hunter2\"\n}\n");
        Files.writeString(outside.resolve("stolen.txt"), "hunter2");
        write(
                "main.tf",
                "module \"out\" {\nsource = \"../outside\"\n}\n" + definition("file(\"../outside/stolen.txt\")"));
        Files.createSymbolicLink(root().resolve("link.tf"), outside.resolve("stolen.tf"));
        assertThat(read())
                .contains("lies outside of the directories that may be read")
                .doesNotContain("hunter2");
    }

    @Test
    void aLoopOfLinksIsAProblem() throws IOException {
        write("main.tf", definition("1"));
        Files.createSymbolicLink(root().resolve("a.tf"), Path.of("b.tf"));
        Files.createSymbolicLink(root().resolve("b.tf"), Path.of("a.tf"));
        assertThat(problems()).extracting(Problem::message).allMatch(message -> message.contains("form a loop"));
    }

    @Test
    void aResourceThatNeedsItselfIsACycle() throws IOException {
        write(
                "main.tf",
                "resource \"aws_ssm_parameter\" \"p\" {\nname = aws_ssm_parameter.p.name\n}\n"
                        + definition("aws_ssm_parameter.p.name"));
        assertThat(problems()).extracting(Problem::message).first().asString().contains("depends on itself");
    }

    @Test
    void manyConditionsDoNotMultiply() throws IOException {
        String variables = numbered(40, "variable \"v%1$d\" {}");
        String lists = IntStream.range(0, 40)
                .mapToObj(i -> "var.v" + i + " ? [{ name = \"N" + i + "\", value = \"1\" }] : []")
                .collect(Collectors.joining(", "));
        write(
                "main.tf",
                variables + "\n"
                        + definition("1")
                                .replace("environment = [", "environment = concat(" + lists + ", [")
                                .replace("\"1\" }] }])", "\"1\" }]) }])"));
        assertThat(read()).contains("environment N0 @").contains("when var.v39");
    }

    @Test
    void aTemplateThatRendersItselfIsRefused() throws IOException {
        write("t.tpl", "${templatefile(\"t.tpl\", {})}");
        write("main.tf", definition("templatefile(\"t.tpl\", {})"));
        assertThat(read()).contains("environment A").contains("not known").contains("environment B");
    }

    @Test
    void noPathLeadsToAFileOutside() throws IOException {
        Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(temporary.resolve("outside/secret.txt"), "hunter2");
        Files.createDirectories(root());
        Files.createSymbolicLink(root().resolve("link"), temporary.resolve("outside"));
        for (String path : List.of(
                "/etc/passwd",
                "../outside/secret.txt",
                "link/secret.txt",
                "link/../../outside/secret.txt",
                "${path.root}/../outside/secret.txt",
                "./x/../../outside/secret.txt")) {
            for (String function : List.of("file", "filebase64", "filesha256")) {
                write("main.tf", definition(function + "(\"" + path + "\")"));
                assertThat(read())
                        .as("%s of %s", function, path)
                        .contains("lies outside of the directories that may be read")
                        .doesNotContain("hunter2", "root:");
            }
        }
    }

    @Test
    void aPipeIsNotWaitedFor() throws IOException, InterruptedException {
        write("main.tf", definition("file(\"pipe.txt\")"));
        assumeTrue(new ProcessBuilder("mkfifo", root() + "/pipe.txt", root() + "/pipe.tf")
                        .start()
                        .waitFor()
                == 0);
        assertThat(problems())
                .extracting(Problem::message)
                .containsExactly("`pipe.tf` cannot be read: it is not a regular file.");
        Files.delete(root().resolve("pipe.tf"));
        assertThat(read()).contains("it is not a regular file");
    }

    @Test
    void aDeviceIsNotRead() throws IOException {
        write("main.tf", definition("1"));
        Files.createSymbolicLink(root().resolve("zero.tf"), Path.of("/dev/zero"));
        assertThat(problems())
                .extracting(Problem::message)
                .containsExactly("`zero.tf` cannot be read: it lies outside of the directories that may be read.");
    }

    @Test
    void aHundredMegabytesAreNotRead() throws IOException {
        write("main.tf", definition("1"));
        try (RandomAccessFile large =
                new RandomAccessFile(root().resolve("large.tf").toFile(), "rw")) {
            large.setLength(100L << 20);
        }
        assertThat(problems()).extracting(Problem::message).first().asString().contains("it has 104,857,600 bytes");
    }

    @Test
    void aLineOfTenMegabytesIsRead() throws IOException {
        write("main.tf", "locals {\nlong = \"" + "x".repeat(10 << 20) + "\"\n}\n" + definition("\"1\""));
        assertThat(read()).contains("environment A").contains("environment B");
    }

    @Test
    void aHundredThousandBlocksAreRead() throws IOException {
        write("main.tf", numbered(100_000, "resource \"null_resource\" \"r%1$d\" {}") + "\n" + definition("\"1\""));
        assertThat(read()).contains("environment A").contains("environment B");
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
                  container_definitions = jsonencode([{ name = "api", environment = [{ name = "A", value = %s }, { name = "B", value = "1" }] }])
                }
                """.formatted(value);
    }

    private Path root() {
        return temporary.resolve("root");
    }

    private void write(String name, String text) throws IOException {
        Path file = root().resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private TerraformReader.Result result() throws IOException {
        Path directory = root().toRealPath();
        return TerraformReader.read(Inputs.of(directory, new Directories(directory, List.of(directory))));
    }

    private List<Problem> problems() throws IOException {
        return result().problems();
    }

    private String read() throws IOException {
        TerraformReader.Result result = result();
        return Description.of(result.configuration(), result.problems(), "");
    }
}
