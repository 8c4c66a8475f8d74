package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What stays for whoever asks next. */
class SessionsTest {
    private final AtomicInteger looks = new AtomicInteger();

    @Test
    void theEnvironmentIsLookedAtOnce() {
        try (Sessions sessions = new Sessions(this::look)) {
            sessions.network(settings(new Login.Chain()));
            sessions.network(settings(new Login.Profile("shop")));
        }

        assertThat(looks).hasValue(1);
    }

    @Test
    void keysThatAreGivenHaveNothingToDoWithIt() {
        try (Sessions sessions = new Sessions(this::look)) {
            assertThat(sessions.network(settings(new Login.Keys("of", "nobody"))))
                    .isEqualTo(new Answer.Got<>(Network.BARE));
        }

        assertThat(looks).hasValue(0);
    }

    private Answer<Network> look() {
        looks.incrementAndGet();
        return new Answer.Got<>(new Network(Proxies.NONE, new Authorities.OfTheRuntime()));
    }

    private static AwsSettings settings(Login login) {
        return AwsSettings.DEFAULT.withLogin(login).withRegion("us-east-1");
    }
}
