package dev.envgate.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxiesTest {
    private static final URI ECS = URI.create("https://ecs.us-east-1.amazonaws.com/");

    @ParameterizedTest
    @CsvSource(quoteCharacter = '"', textBlock = """
                    http://proxy:3128,             proxy,       3128, "",   ""
                    HTTP://proxy:3128/,            proxy,       3128, "",   ""
                    proxy:3128,                    proxy,       3128, "",   ""
                    proxy,                         proxy,       80,   "",   ""
                    http://[::1]:3128,             [::1],       3128, "",   ""
                    http://me@proxy:1,             proxy,       1,    me,   ""
                    http://me:word@proxy:1,        proxy,       1,    me,   word
                    http://me:a%40b%3Ac+d@proxy:1, proxy,       1,    me,   a@b:c+d
                    http://a%5Cme:w:d@proxy:1,     proxy,       1,    a\\me, w:d
                    """)
    void anAddressIsReadWithItsLogin(String text, String host, int port, String user, String password) {
        assertThat(of(Map.of("HTTPS_PROXY", text)).before(ECS))
                .contains(new Proxies.Through(host, port, user, password));
    }

    @Test
    void thePasswordIsNotShown() {
        assertThat(of(Map.of("HTTPS_PROXY", "http://me:planted@proxy:1")).toString())
                .doesNotContain("planted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://proxy:1",
                "https://proxy:1",
                "socks5://proxy:1",
                "http://me:planted#@proxy:1",
                "http://",
                "a b"
            })
    void whatIsNoProxyOfAUsableKindIsNamedAndNotShown(String text) {
        assertThat(Proxies.of(Map.of("https_proxy", text), new Properties()))
                .isInstanceOfSatisfying(
                        Answer.Failed.class,
                        failed -> assertThat(failed.failure().why()
                                        + failed.failure().hint())
                                .contains("`https_proxy` does not name a proxy")
                                .doesNotContain("planted"));
    }

    @Test
    void eachSchemeHasItsOwnAndTheSmallLettersComeFirst() {
        Proxies found = of(Map.of("HTTPS_PROXY", "one:1", "https_proxy", "two:2", "HTTP_PROXY", "three:3"));
        assertThat(found.before(ECS)).contains(new Proxies.Through("two", 2, "", ""));
        assertThat(found.before(URI.create("http://aws:4566"))).contains(new Proxies.Through("three", 3, "", ""));
        assertThat(of(Map.of("HTTP_PROXY", "three:3")).before(ECS)).isEmpty();
        assertThat(of(Map.of("HTTPS_PROXY", " ")).before(ECS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    *                            | https://ecs.us-east-1.amazonaws.com     | true
                    amazonaws.com                | https://ecs.us-east-1.amazonaws.com     | true
                    .amazonaws.com               | https://ecs.us-east-1.amazonaws.com     | true
                    *.amazonaws.com              | https://ecs.us-east-1.amazonaws.com     | true
                    a.com, AMAZONAWS.com         | https://ecs.us-east-1.amazonaws.com     | true
                    a.com amazonaws.com          | https://ecs.us-east-1.amazonaws.com     | true
                    ecs.us-east-1.amazonaws.com  | https://ecs.us-east-1.amazonaws.com     | true
                    ecs.us-east-1.amazonaws.com  | https://ecs.us-east-1.amazonaws.com.cn  | false
                    aws.com                      | https://ecs.us-east-1.amazonaws.com     | false
                    s.us-east-1.amazonaws.com    | https://ecs.us-east-1.amazonaws.com     | false
                    aws:4566                     | https://aws:4566                        | true
                    aws:4566                     | https://aws:4567                        | false
                    ''                           | https://aws:4567                        | false
                    ','                          | https://aws:4567                        | false
                    ''                           | https://127.0.0.1:1                     | true
                    ''                           | https://localhost:1                     | true
                    ''                           | https://[::1]:1                         | true
                    """)
    void exceptionsAreHostsAndDomains(String exceptions, URI address, boolean direct) {
        assertThat(of(Map.of("HTTPS_PROXY", "proxy:1", "NO_PROXY", exceptions))
                        .before(address)
                        .isEmpty())
                .isEqualTo(direct);
    }

    @Test
    void theRuntimeKnowsItsOwnProxyAndIsOnlyToldTheLogin() {
        Properties properties = new Properties();
        properties.setProperty("https.proxyHost", "theirs");
        properties.setProperty("https.proxyUser", "me");
        properties.setProperty("https.proxyPassword", "word");
        Proxies found = Proxies.of(Map.of("HTTPS_PROXY", "proxy:1"), properties)
                .resolve(proxies -> proxies, failure -> Proxies.NONE);
        assertThat(found.before(ECS)).isEmpty();
        assertThat(found.login("theirs", 443)).isPresent();
        assertThat(found.login("others", 443)).isEmpty();
        assertThat(found.login("theirs", 80)).isEmpty();
    }

    private static Proxies of(Map<String, String> environment) {
        return Proxies.of(environment, new Properties()).resolve(proxies -> proxies, failure -> {
            throw new AssertionError(failure);
        });
    }
}
