package dev.envgate.fleet;

import java.util.List;

/**
 * One service that was judged.
 *
 * @param environment as its configuration calls it; empty without one
 * @param namesake what tells it from another one of that name in its unit; empty where there is no other
 * @param state of what runs, in one word
 * @param revision {@code family:revision} that runs; empty where none was seen
 * @param stations how far its names got
 * @param held whether the gate stays shut for what a station could not say of its names
 * @param doubtful the names, each behind its container and a blank, of which a station that was looked at could not say whether it has them
 */
public record Service(
        String service,
        String environment,
        String namesake,
        String cluster,
        String account,
        String region,
        String state,
        String revision,
        Stations stations,
        boolean held,
        List<String> doubtful) {
    public Service {
        doubtful = List.copyOf(doubtful);
    }

    /** Its name, and the environment where there is one. */
    public String title() {
        return environment.isEmpty() ? service : service + " (" + environment + ")";
    }

    /** Its name, the environment where there is one, and what tells it from another one of these. */
    public String called() {
        return called(service, environment, namesake);
    }

    static String called(String service, String environment, String namesake) {
        String place = namesake.strip().replaceAll("\\s+", " ");
        return service
                + (environment.isEmpty() ? "" : " (" + environment + ")")
                + (place.isEmpty() ? "" : " in " + place);
    }

    /** Whether something that names a service and an environment means this one or another one of that name. */
    boolean isCalled(String otherService, String otherEnvironment) {
        return service.equals(otherService) && environment.equals(otherEnvironment);
    }

    boolean has(Fault fault) {
        return isCalled(fault.service(), fault.environment()) && namesake.equals(fault.namesake());
    }
}
