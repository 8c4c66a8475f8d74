package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of what IAM says where conditions ask for keys that it was given no value for. */
class VerdictTest {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf";
    private static final String ROLE = "arn:aws:iam::123456789012:role/web";
    private static final String BOUNDARY = "arn:aws:iam::123456789012:policy/boundary";

    /** Statements of one letter each: {@code A} allows reading, {@code D} denies it, {@code X} allows something else. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            A                        |                        | Allowed
            A X:StringEquals         |                        | Allowed
            A X:StringNotEquals      |                        | Allowed
            A A:StringEquals         |                        | Allowed
            A:StringNotEquals        |                        | Undecidable
            A D:StringEquals         |                        | Undecidable
            A D:StringNotEquals      |                        | Undecidable
            A D X:StringEquals       |                        | Denied
            A D D:StringEquals       |                        | Denied
            X:StringEquals           |                        | Denied
            X:StringEquals D         |                        | Denied
            A:StringEquals           |                        | Undecidable
            D:StringEquals           |                        | Denied
            A                        | A X:StringEquals       | Allowed
            A                        | A D:StringEquals       | Undecidable
            A                        | A D:StringNotEquals    | Undecidable
            A                        | A:StringEquals         | Undecidable
            A                        | A:StringNotEquals      | Undecidable
            A X:StringEquals         | X                      | Denied
            X                        | A:StringEquals         | Denied
            """)
    void holdsWhereNoStatementThatHangsOnThemCouldTurnIt(String role, String boundary, String access) {
        assertThat(look(world(role, boundary == null ? "" : boundary, ""))
                        .getClass()
                        .getSimpleName())
                .isEqualTo(access);
    }

    @Test
    void theRegionIsGivenAndAsksForNothingMore() {
        String world = world("A:StringEquals", "", "")
                .replace("aws:SourceVpce", "aws:RequestedRegion")
                .replace("vpce-1", "us-east-1");
        try (SmallAws small = SmallAws.start(World.parse(world))) {
            assertThat(look(small)).isEqualTo(new Access.Allowed());
            assertThat(small.calls()).extracting(Call::operation).doesNotContain("iam:ListRolePolicies");
        }
    }

    @ParameterizedTest
    @CsvSource({"iam:GetRolePolicy", "iam:ListRolePolicies", "iam:GetRole"})
    void isOpenWhereThePoliciesMayNotBeRead(String denied) {
        assertThat(look(world("A X:StringEquals", "", denied)))
                .isInstanceOfSatisfying(
                        Access.Undecidable.class, open -> assertThat(open.why()).contains("`aws:SourceVpce`"))
                .isInstanceOfSatisfying(
                        Access.Undecidable.class,
                        open -> assertThat(open.hint()).contains("envgate iam-policy"));
    }

    @Test
    void isNotSeenWhereThePoliciesDoNotCome() {
        try (SmallAws small = SmallAws.start(World.parse(world("A X:StringEquals", "", "")))) {
            small.spoil("iam:GetRolePolicy", _ -> true, (_, client) -> client.close());
            assertThat(look(small)).isInstanceOf(Access.NotSeen.class);
        }
    }

    private static String world(String role, String boundary, String denied) {
        return """
                {"account": "123456789012", "region": "us-east-1",
                 "secrets": [{"name": "db", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}}],
                 "roles": {"web": {"policies": {"own": {"Statement": [%s]}}%s}},
                 "policies": {"%s": {"Statement": [%s]}}, "denied": ["%s"]}
                """.formatted(
                        SECRET,
                        statements(role),
                        boundary.isEmpty() ? "" : ", \"boundary\": \"" + BOUNDARY + "\"",
                        BOUNDARY,
                        statements(boundary),
                        denied);
    }

    private static String statements(String letters) {
        return List.of(letters.split(" ")).stream()
                .filter(each -> !each.isEmpty())
                .map(each -> statement(each.charAt(0), each.substring(1).replace(":", "")))
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private static String statement(char letter, String operator) {
        return "{\"Effect\": \"%s\", \"Action\": \"%s\", \"Resource\": \"*\"%s}"
                .formatted(
                        letter == 'D' ? "Deny" : "Allow",
                        letter == 'X' ? "ssmmessages:*" : "secretsmanager:*",
                        operator.isEmpty()
                                ? ""
                                : ", \"Condition\": {\"" + operator + "\": {\"aws:SourceVpce\": \"vpce-1\"}}");
    }

    private static Access look(String world) {
        try (SmallAws small = SmallAws.start(World.parse(world))) {
            return look(small);
        }
    }

    private static Access look(SmallAws small) {
        Reference reference = Reference.parse(SECRET);
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withAttempts(1)
                        .withTimeout(Duration.ofSeconds(60)))
                .observe(new Request(
                        List.of(),
                        List.of(reference),
                        new Request.Files.Asked(List.of()),
                        List.of(new Request.Reader(ROLE, reference)),
                        false,
                        List.of()))
                .stores()
                .access(new RoleReference.Named(Symbolic.of(ROLE)), reference);
    }
}
