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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The forms in which IAM answers for several resources: a result for each, or one that holds those of each. */
class SimulationFormsTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/web";
    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final List<String> ARNS = List.of(ARN + "a-AbCdEf", ARN + "b-AbCdEf", ARN + "c-AbCdEf");
    private static final World WORLD = World.parse("""
            {
              "account": "123456789012",
              "region": "us-east-1",
              "secrets": [
                {"name": "a", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}},
                {"name": "b", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}},
                {"name": "c", "arn": "%s", "versions": {"v1": ["AWSCURRENT"]}}],
              "roles": {"web": {}}
            }
            """.formatted(ARNS.toArray()));

    @Test
    void aResultForEachIsReadForEach() {
        assertThat(look(
                        result(ARNS.get(0), "allowed", ""),
                        result(ARNS.get(1), "explicitDeny", ""),
                        result(ARNS.get(2), "allowed", "")))
                .containsExactly(new Access.Allowed(), refused(ARNS.get(1)), new Access.Allowed());
    }

    @Test
    void oneResultThatHoldsThoseOfEachIsReadForEach() {
        assertThat(look(result(
                        ARNS.get(0),
                        "explicitDeny",
                        specific(ARNS.get(0), "allowed", "")
                                + specific(ARNS.get(1), "explicitDeny", "")
                                + specific(ARNS.get(2), "allowed", ""))))
                .containsExactly(new Access.Allowed(), refused(ARNS.get(1)), new Access.Allowed());
    }

    @Test
    void whatIsMissingForOneIsMissingForNoOther() {
        List<Access> seen = look(result(
                ARNS.get(0),
                "implicitDeny",
                specific(ARNS.get(0), "allowed", "")
                        + specific(ARNS.get(1), "implicitDeny", "aws:SourceVpce")
                        + specific(ARNS.get(2), "allowed", "")));
        assertThat(seen.get(0)).isEqualTo(new Access.Allowed());
        assertThat(seen.get(1))
                .isInstanceOfSatisfying(
                        Access.Undecidable.class, each -> assertThat(each.why()).contains("`aws:SourceVpce`"));
        assertThat(seen.get(2)).isEqualTo(new Access.Allowed());
    }

    @Test
    void resultsThatDifferAboutOneNameAreNoAnswer() {
        assertThat(look(
                        result(ARNS.get(0), "explicitDeny", ""),
                        result(ARNS.get(0), "allowed", ""),
                        result(ARNS.get(0), "allowed", "")))
                .hasOnlyElementsOfType(Access.NotSeen.class);
    }

    private static Access refused(String arn) {
        return new Access.Denied("secretsmanager:GetSecretValue", arn, new Access.Reason.Refused(""));
    }

    private static String result(String arn, String decision, String specific) {
        return "<member><EvalActionName>secretsmanager:GetSecretValue</EvalActionName><EvalResourceName>" + arn
                + "</EvalResourceName><EvalDecision>" + decision + "</EvalDecision><ResourceSpecificResults>"
                + specific + "</ResourceSpecificResults></member>";
    }

    private static String specific(String arn, String decision, String missing) {
        return "<member><EvalResourceName>" + arn + "</EvalResourceName><EvalResourceDecision>" + decision
                + "</EvalResourceDecision>"
                + (missing.isEmpty()
                        ? ""
                        : "<MissingContextValues><member>" + missing + "</member></MissingContextValues>")
                + "</member>";
    }

    private static List<Access> look(String... results) {
        String body = "<SimulatePrincipalPolicyResponse xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\">"
                + "<SimulatePrincipalPolicyResult><EvaluationResults>" + String.join("", results)
                + "</EvaluationResults></SimulatePrincipalPolicyResult></SimulatePrincipalPolicyResponse>";
        List<Reference> references = ARNS.stream().map(Reference::parse).toList();
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("iam:SimulatePrincipalPolicy", call -> true, Fault.response(response(body)));
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
    }

    private static byte[] response(String body) {
        return Stream.of("HTTP/1.1 200 OK", "Content-Type: text/xml", "Content-Length: " + body.length(), "", body)
                .reduce((one, other) -> one + "\r\n" + other)
                .orElse("")
                .getBytes(StandardCharsets.US_ASCII);
    }
}
