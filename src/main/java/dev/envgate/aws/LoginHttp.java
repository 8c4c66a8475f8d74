package dev.envgate.aws;

import java.time.Duration;
import software.amazon.awssdk.core.SdkSystemSetting;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpService;
import software.amazon.awssdk.utils.AttributeMap;

/** The HTTP client of the logins that the SDK makes by itself, with a web identity or at the portal of IAM Identity Center: through the same network. */
public final class LoginHttp implements SdkHttpService {
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** Made by the SDK, by its name. */
    public LoginHttp() {}

    /** Makes itself known to the SDK, which asks for it by a property of the runtime. */
    static void offer() {
        System.setProperty(SdkSystemSetting.SYNC_HTTP_SERVICE_IMPL.property(), LoginHttp.class.getName());
    }

    @Override
    public SdkHttpClient.Builder<?> createHttpClientBuilder() {
        return new Builder();
    }

    private static final class Builder implements SdkHttpClient.Builder<Builder> {
        @Override
        public SdkHttpClient buildWithDefaults(AttributeMap defaults) {
            return Network.ofTheEnvironment().resolve(network -> BoundedHttp.within(LONGEST, network), failure -> {
                throw SdkClientException.create(failure.why());
            });
        }
    }
}
