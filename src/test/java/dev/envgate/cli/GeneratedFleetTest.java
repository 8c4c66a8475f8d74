package dev.envgate.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.envgate.smallaws.Checkout;
import dev.envgate.smallaws.Conditions;
import dev.envgate.smallaws.Flaw;
import dev.envgate.smallaws.Fleet;
import dev.envgate.smallaws.Member;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.Throttle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The generated fleet, which measurements are made with, is what it says it is: its flaws are found, and nothing else. */
class GeneratedFleetTest {
    private static final Fleet FLEET = new Fleet(9, 80, 4, List.of("eu-central-1", "us-west-2"));

    @TempDir
    private Path directory;

    @Test
    void everyKindOfFlawIsInIt() {
        assertThat(FLEET.members()).extracting(Member::flaw).contains(Flaw.values());
        assertThat(FLEET.expected()).anyMatch(each -> each.endsWith(" secret-not-found SENTRY_DSN"));
        assertThat(FLEET.members())
                .allSatisfy(each -> assertThat(each.references()).hasSize(20));
    }

    @Test
    void aCheckOfEachRepositoryFindsItsFlawsAndNothingElse() throws IOException {
        write(FLEET);
        TreeSet<String> found = new TreeSet<>();
        try (SmallAws aws = SmallAws.start(FLEET, Conditions.real(Duration.ZERO, new Throttle(() -> 0)))) {
            for (int repository = 0; repository < 4; repository++) {
                JsonNode report = check(aws, "repository-00" + repository);
                assertThat(report.path("notVerified")).isEmpty();
                found.addAll(findings(report));
            }
            assertThat(aws.unknownOperations()).isEmpty();
        }
        assertThat(found).containsExactlyElementsOf(FLEET.expected());
    }

    @Test
    void theSameNumbersMakeTheSameFleet() {
        assertThat(Checkout.files(new Fleet(9, 80, 4, List.of("eu-central-1", "us-west-2"))))
                .isEqualTo(Checkout.files(FLEET));
        assertThat(new Fleet(17, 80, 4, List.of("eu-central-1", "us-west-2")).expected())
                .isNotEqualTo(FLEET.expected());
    }

    /** Its own secrets are in Terraform by their names and in what runs by their ARNs. */
    @Test
    void eachSecretOfAServiceIsAskedForOnce() throws IOException {
        Fleet one = LongStream.range(0, 100)
                .mapToObj(seed -> new Fleet(seed, 1, 2, List.of("us-west-2")))
                .filter(fleet -> fleet.expected().isEmpty())
                .findFirst()
                .orElseThrow();
        write(one);
        try (SmallAws aws = SmallAws.start(one, Conditions.real(Duration.ZERO, new Throttle(() -> 0)))) {
            assertThat(findings(check(aws, "repository-000"))).isEmpty();
            assertThat(aws.calls())
                    .filteredOn(call -> call.operation().equals("secretsmanager:DescribeSecret"))
                    .hasSize(11);
        }
    }

    private void write(Fleet fleet) throws IOException {
        for (var file : Checkout.files(fleet).entrySet()) {
            Path path = directory.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
    }

    private JsonNode check(SmallAws aws, String repository) throws IOException {
        Files.createDirectories(directory.resolve(repository).resolve(".git"));
        Ran ran = Ran.against(
                aws, directory.resolve(repository), "check", "--max-rate", "10000", "--report", "json=-", "--quiet");
        return new JsonMapper().readTree(ran.out());
    }

    private static List<String> findings(JsonNode report) {
        List<String> found = new ArrayList<>();
        report.path("findings")
                .forEach(each -> found.add(String.join(
                        " ",
                        each.path("service").asText(),
                        each.path("rule").asText(),
                        each.path("name").asText())));
        return found;
    }
}
