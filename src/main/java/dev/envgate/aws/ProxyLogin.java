package dev.envgate.aws;

import java.net.Authenticator;
import java.net.PasswordAuthentication;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Logs in to the proxies that ask for it. */
final class ProxyLogin extends Authenticator {
    /**
     * What was right once is not asked for again, so that more often than by each thread that starts at the same time it is only asked for
     * when it is wrong. The runtime would go on twenty times for each call, and lock somebody out.
     */
    private static final int MOST = 16;

    private final Proxies proxies;
    private final AtomicInteger given = new AtomicInteger();

    ProxyLogin(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected @Nullable PasswordAuthentication getPasswordAuthentication() {
        return getRequestorType() == RequestorType.PROXY && given.incrementAndGet() <= MOST
                ? proxies.login(getRequestingHost(), getRequestingPort())
                        .map(each -> new PasswordAuthentication(
                                each.user(), each.password().toCharArray()))
                        .orElse(null)
                : null;
    }
}
