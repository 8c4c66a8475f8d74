package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.ledger.Access;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import dev.envgate.smallaws.Call;
import dev.envgate.smallaws.Fault;
import dev.envgate.smallaws.SmallAws;
import dev.envgate.smallaws.World;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Who may read a parameter whose ARN is not known before the account is. */
class ReadersTest {
    private static final String ROLE = "arn:aws:iam::123456789012:role/web";
    private static final Reference SECRET =
            Reference.parse("arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf");
    private static final Reference PARAMETER = Reference.parse("/shop/url");
    private static final byte[] DENIED =
            "HTTP/1.1 403 -\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final World WORLD = World.parse("""
            {
              "account": "123456789012",
              "region": "us-east-1",
              "secrets": [{"name": "db", "arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                           "versions": {"v1": ["AWSCURRENT"]}}],
              "parameters": [{"name": "/shop/url", "type": "String", "value": "x"}],
              "roles": {"web": {}}
            }
            """);

    @Test
    void isAskedWhenTheAccountIsTheLastToBeKnown() {
        CountDownLatch othersAsked = new CountDownLatch(1);
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("iam:SimulatePrincipalPolicy", call -> call == 1, (answer, client) -> {
                othersAsked.countDown();
                client.getOutputStream().write(answer);
            });
            small.spoil("sts:GetCallerIdentity", call -> true, (answer, client) -> {
                await(othersAsked);
                client.getOutputStream().write(answer);
            });
            Observation seen = look(small);
            assertThat(access(seen, SECRET)).isInstanceOf(Access.Denied.class);
            assertThat(access(seen, PARAMETER)).isInstanceOf(Access.Denied.class);
        }
    }

    @Test
    void isNotDecidedWhenTheAccountIsNeverKnown() {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil("sts:GetCallerIdentity", call -> true, Fault.response(DENIED));
            Observation seen = look(small);
            assertThat(access(seen, SECRET)).isInstanceOf(Access.Denied.class);
            assertThat(access(seen, PARAMETER))
                    .isInstanceOfSatisfying(
                            Access.NotSeen.class,
                            undecidable -> assertThat(undecidable.why()).contains("The account of the parameter"));
            assertThat(small.calls()).extracting(Call::operation).containsOnlyOnce("iam:SimulatePrincipalPolicy");
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedIOException {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new InterruptedIOException();
        }
    }

    private static Observation look(SmallAws small) {
        List<Request.Reader> readers = List.of(new Request.Reader(ROLE, SECRET), new Request.Reader(ROLE, PARAMETER));
        return new Aws(AwsSettings.forEndpoint(small.endpointUrl(), "us-east-1")
                        .withAttempts(1)
                        .withTimeout(Duration.ofSeconds(60)))
                .observe(new Request(
                        List.of(),
                        List.of(SECRET, PARAMETER),
                        new Request.Files.Asked(List.of()),
                        readers,
                        false,
                        List.of()));
    }

    private static Access access(Observation seen, Reference reference) {
        return seen.stores().access(new RoleReference.Named(Symbolic.of(ROLE)), reference);
    }
}
