package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms in which IAM answers for several resources: a result for each, or one that holds those of each. */
class SimulationFormsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/web";
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final List<String> ARNS = List.of(ARN + "a-AbCdEf", ARN + "b-AbCdEf", ARN + "c-AbCdEf");
    private static final String WORLD = """
            {
              "account": "123456789012",
              "region": "us-east-1",
              "simulation": "%s",
              "secrets": [
                {"name": "a", "arn": "ARNa-AbCdEf", "versions": {"v1": ["AWSCURRENT"]}},
                {"name": "b", "arn": "ARNb-AbCdEf", "versions": {"v1": ["AWSCURRENT"]}},
                {"name": "c", "arn": "ARNc-AbCdEf", "versions": {"v1": ["AWSCURRENT"]}}],
              "roles": {"web": {"policies": {"read": {"Statement": [%s]}}}}
            }
            """.replace("ARN", ARN);
    private static final String OTHERS =
            "{\"Effect\": \"Allow\", \"Action\": \"*\", \"NotResource\": \"%sb-AbCdEf\"}".formatted(ARN);

    @ParameterizedTest
    @ValueSource(strings = {"apart", "together"})
    void theResultOfEachIsReadForEach(String form) {
        String denied = ",{\"Effect\": \"Deny\", \"Action\": \"*\", \"Resource\": \"%sb-AbCdEf\"}".formatted(ARN);
        assertThat(look(form, OTHERS + denied))
                .containsExactly(
                        new Access.Allowed(),
                        new Access.Denied(
                                "secretsmanager:GetSecretValue", ARNS.get(1), new Access.Reason.Refused("read")),
                        new Access.Allowed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"apart", "together"})
    void aConditionOfOneIsOneOfNoOther(String form) {
        String hangs = ",{\"Effect\": \"Allow\", \"Action\": \"*\", \"Resource\": \"%sb-AbCdEf\",".formatted(ARN)
                + "\"Condition\": {\"StringEquals\": {\"aws:SourceVpce\": \"vpce-1\"}}}";
        List<Access> seen = look(form, OTHERS + hangs);
        assertThat(seen.get(0)).isEqualTo(new Access.Allowed());
        assertThat(seen.get(1))
                .isInstanceOfSatisfying(
                        Access.Undecidable.class, each -> assertThat(each.why()).contains("`aws:SourceVpce`"));
        assertThat(seen.get(2)).isEqualTo(new Access.Allowed());
    }

    @Test
    void resultsThatDifferAboutOneNameAreNoAnswer() {
        try (SmallAws small = SmallAws.start(World.parse(WORLD.formatted("apart", OTHERS)))) {
            small.spoil(
                    "iam:SimulatePrincipalPolicy",
                    call -> true,
                    Fault.response(response(result("explicitDeny"), result("allowed"), result("allowed"))));
            assertThat(look(small)).hasOnlyElementsOfType(Access.NotSeen.class);
        }
    }

    /** Of the first of them. */
    private static String result(String decision) {
        return "<member><EvalActionName>secretsmanager:GetSecretValue</EvalActionName><EvalResourceName>" + ARNS.get(0)
                + "</EvalResourceName><EvalDecision>" + decision + "</EvalDecision></member>";
    }

    private static List<Access> look(String form, String statements) {
        try (SmallAws small = SmallAws.start(World.parse(WORLD.formatted(form, statements)))) {
            return look(small);
        }
    }

    private static List<Access> look(SmallAws small) {
        List<Reference> references = ARNS.stream().map(Reference::parse).toList();
        Observation seen = new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withTimeout(Duration.ofSeconds(60)))
                .observe(new Request(
                        List.of(),
                        references,
                        new Request.Files.Asked(List.of()),
                        references.stream()
                                .map(each -> new Request.Reader(ROLE, each))
                                .toList(),
                        false,
                        List.of()));
        return references.stream()
                .map(each -> seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), each))
                .toList();
    }

    private static byte[] response(String... results) {
        String body = "<SimulatePrincipalPolicyResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<SimulatePrincipalPolicyResult><EvaluationResults>" + String.join("", results)
                + "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
        return ("HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(StandardCharsets.US_ASCII);
    }
}
