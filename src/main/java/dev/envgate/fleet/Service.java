package dev.envgate.fleet;

import java.util.List;

/**
 * One service that was judged.
 *
 * @param environment as its configuration calls it; empty without one
 * @param state of what runs, in one word
 * @param revision {@code family:revision} that runs; empty where none was seen
 * @param stations how far its names got
 * @param doubtful the names, each behind its container and a blank, of which a station that was looked at could not say whether it has them
 */
public record Service(
        String service,
        String environment,
        String cluster,
        String account,
        String region,
        String state,
        String revision,
        Stations stations,
        List<String> doubtful) {
    public Service {
        doubtful = List.copyOf(doubtful);
    }

    /** Its name, and the environment where there is one. */
    public String title() {
        return environment.isEmpty() ? service : service + " (" + environment + ")";
    }

    /** Whether something that names a service and an environment means this one. */
    boolean is(String otherService, String otherEnvironment) {
        return service.equals(otherService) && environment.equals(otherEnvironment);
    }
}
