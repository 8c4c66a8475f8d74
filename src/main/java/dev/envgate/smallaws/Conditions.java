package dev.envgate.smallaws;

import java.time.Duration;
import java.util.Optional;

/**
 * How it is to ask an AWS that is somewhere else and has others to serve.
 *
 * @param latency how long each answer takes at least
 * @param throttle what refuses calls that come too fast; none for an AWS that takes all
 */
public record Conditions(Duration latency, Optional<Throttle> throttle) {
    /** Next door, and nobody else asks. */
    static final Conditions IDEAL = new Conditions(Duration.ZERO, Optional.empty());

    /** As far away as said, and with the quotas that AWS documents. */
    public static Conditions real(Duration latency, Throttle throttle) {
        return new Conditions(latency, Optional.of(throttle));
    }

    /** Does what happens to a call before it is answered. */
    void meet(String account, Call call) {
        throttle.ifPresent(each -> each.pass(account, call));
    }

    /** Waits as long as an answer is on its way; one whose server stops is not waited for. */
    void travel() {
        try {
            if (!latency.isZero()) {
                Thread.sleep(latency);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
