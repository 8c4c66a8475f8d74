package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stores have under references of every form: versions, labels, stages, replicas, and secrets that SSM hands on. */
class StoredTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final String PARAMETER = "arn:aws:ssm:us-east-1:123456789012:parameter";
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "parameters": [{"name": "/shop/url", "type": "String", "value": "x", "version": 3, "labels": ["live"]},
                            {"name": "plain", "type": "String", "value": "x"}],
             "secrets": [
               {"name": "db", "arn": "%1$sdb-AbCdEf", "versions": {"0123456789abcdef0123456789abcdef": ["AWSCURRENT"]}},
               {"name": "rds!db-1", "arn": "%1$srds!db-1-AbCdEf", "versions": {"v1": ["AWSCURRENT"]}},
               {"name": "pending", "arn": "%1$spending-AbCdEf", "versions": {"v1": ["AWSPENDING"]}},
               {"name": "blank", "arn": "%1$sblank-AbCdEf", "versions": {}},
               {"name": "going", "arn": "%1$sgoing-AbCdEf", "versions": {"v1": ["AWSCURRENT"]}, "deletedDate": 1795000000},
               {"name": "db", "arn": "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf",
                "versions": {"v1": ["AWSCURRENT"]}}]}
            """.formatted(SECRET));

    @ParameterizedTest
    @CsvSource({
        "/shop/url, Exists",
        "/shop/url:3, Exists",
        "/shop/url:2, Missing",
        "/shop/url:live, Exists",
        "/shop/url:gone, Missing",
        "shop/url, Missing",
        "P/shop/url, Exists",
        "P/shop/url:3, Exists",
        "P/shop/url:live, Exists",
        "P/shop/url:gone, Missing",
        "P//shop/url, Missing",
        "plain, Exists",
        "/plain, Missing",
        "P/plain, Exists",
        "/aws/reference/secretsmanager/db, Exists",
        "/aws/reference/secretsmanager/db:AWSCURRENT, Exists",
        "/aws/reference/secretsmanager/db:AWSPREVIOUS, WithoutValue",
        "/aws/reference/secretsmanager/db:0123456789abcdef0123456789abcdef, Exists",
        "/aws/reference/secretsmanager/db:0123456789abcdef0123456789abcdee, NotSeen",
        "/aws/reference/secretsmanager/rds!db-1, Exists",
        "/aws/reference/secretsmanager/going, Deleting",
        "/aws/reference/secretsmanager/nobody, Missing",
        "P/aws/reference/secretsmanager/db, Exists",
        "P/aws/reference/secretsmanager/nobody, Missing",
        "Sdb-AbCdEf, Exists",
        "Sdb-AbCdEf:::, Exists",
        "Sdb-AbCdEf:KEY::, Exists",
        "Sdb-AbCdEf::AWSPREVIOUS:, WithoutValue",
        "Sdb-ZzZzZz, Recreated",
        "Sdb, Exists",
        "Spending-AbCdEf, WithoutValue",
        "Spending-AbCdEf::AWSPENDING:, Exists",
        "Sblank-AbCdEf, WithoutValue",
        "Sgoing-AbCdEf, Deleting",
        "Sgoing-ZzZzZz, Missing",
        "arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-AbCdEf, Exists",
        "arn:aws:secretsmanager:us-west-2:123456789012:secret:db-AbCdEf, Missing",
    })
    void isToldForEveryFormOfReference(String written, String expected) {
        String valueFrom = written.replaceFirst("^P", PARAMETER).replaceFirst("^S", SECRET);
        try (SmallAws small = SmallAws.start(WORLD)) {
            assertThat(look(small, valueFrom).getFirst().getClass().getSimpleName())
                    .isEqualTo(expected);
        }
    }

    /** A secret that its owner does not share is no secret that is missing, and spoils nothing beside it. */
    @Test
    void aSecretOfAnotherAccountThatIsNotSharedIsNotSeen() throws IOException {
        byte[] denied = Files.readAllBytes(Path.of("src/test/resources/aws-faults/sm-access-denied.http"));
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoilThose(
                    "secretsmanager:DescribeSecret",
                    call -> call.targets().stream().anyMatch(each -> each.contains(":210987654321:")),
                    Fault.response(denied));
            assertThat(look(
                            small,
                            "arn:aws:secretsmanager:us-east-1:210987654321:secret:shared-AbCdEf",
                            SECRET + "db-AbCdEf"))
                    .hasExactlyElementsOfTypes(Stored.NotSeen.class, Stored.Exists.class);
        }
    }

    /** One name that SSM refuses to hear of is asked for alone, so that the others are answered. */
    @Test
    void everythingIsAnsweredBesideWhatSsmHandsOn() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            assertThat(look(small, "/shop/url", "/aws/reference/secretsmanager/db", "plain"))
                    .hasOnlyElementsOfType(Stored.Exists.class);
            assertThat(small.calls().stream().filter(call -> call.operation().equals("ssm:GetParameters")))
                    .hasSize(1);
        }
    }

    private static List<Stored> look(SmallAws small, String... valuesFrom) {
        List<Reference> references =
                List.of(valuesFrom).stream().map(Reference::parse).toList();
        Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withAttempts(1)
                        .withTimeout(Duration.ofSeconds(60)))
                .observe(new Request(List.of(), references));
        return references.stream().map(each -> seen.stores().of(each)).toList();
    }
}
