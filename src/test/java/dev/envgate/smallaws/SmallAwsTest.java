package dev.envgate.smallaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SmallAwsTest {
    private static final World WORLD = World.parse("""
            {"account": "123456789012", "region": "us-east-1",
             "secrets": [{"name": "db", "arn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:db-AbCdEf",
                          "versions": {"v": ["AWSCURRENT"]}}]}
            """);

    @Test
    void anOperationThatNobodyWroteIsAnsweredWith501AndRemembered() throws IOException {
        try (SmallAws small = SmallAws.start(WORLD)) {
            assertThat(post(small, "AmazonEC2ContainerServiceV20141113.DeleteCluster", "{}"))
                    .isEqualTo(501);
            assertThat(small.unknownOperations()).containsExactly("ecs:DeleteCluster");
        }
    }

    @Test
    void theValueOfASecretIsRefusedAndTheCallIsRemembered() throws IOException {
        try (SmallAws small = SmallAws.start(WORLD)) {
            assertThat(post(small, "secretsmanager.GetSecretValue", "{\"SecretId\": \"db\"}"))
                    .isEqualTo(400);
            assertThat(small.calls()).singleElement().satisfies(call -> {
                assertThat(call.operation()).isEqualTo("secretsmanager:GetSecretValue");
                assertThat(call.targets()).containsExactly("db");
            });
        }
    }

    @Test
    void aFaultMeetsTheCallsItIsMeantFor() throws IOException {
        try (SmallAws small = SmallAws.start(WORLD)) {
            small.spoil(
                    "ecs:ListClusters",
                    call -> call == 2,
                    Fault.response("HTTP/1.1 503 -\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII)));
            assertThat(post(small, "AmazonEC2ContainerServiceV20141113.ListClusters", "{}"))
                    .isEqualTo(200);
            assertThat(post(small, "AmazonEC2ContainerServiceV20141113.ListClusters", "{}"))
                    .isEqualTo(503);
            assertThat(post(small, "AmazonEC2ContainerServiceV20141113.ListClusters", "{}"))
                    .isEqualTo(200);
        }
    }

    @Test
    void aWorldWithoutAnAccountIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> World.parse("{\"region\": \"us-east-1\"}"))
                .withMessage("A world has an `account` and a `region`.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> World.parse("{"))
                .withMessageStartingWith("A world is a JSON document: ");
    }

    private static int post(SmallAws small, String target, String body) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(small.endpointUrl()).toURL().openConnection();
        connection.setDoOutput(true);
        connection.setRequestProperty("X-Amz-Target", target);
        connection.setRequestProperty(
                "Authorization", "AWS4-HMAC-SHA256 Credential=me/20261124/us-east-1/secretsmanager/aws4_request, x");
        connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
        return connection.getResponseCode();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "POST / HT",
                "POST / HTTP/1.1\r\nContent-Le",
                "POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\n{}"
            })
    void aCallThatIsCutOffIsNone(String sent) throws IOException {
        assertThat(Wire.read(
                        new BufferedInputStream(new ByteArrayInputStream(sent.getBytes(StandardCharsets.US_ASCII)))))
                .isEmpty();
    }
}
