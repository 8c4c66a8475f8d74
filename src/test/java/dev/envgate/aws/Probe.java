package dev.envgate.aws;

import dev.envgate.ledger.Reference;
import java.time.Duration;
import java.util.List;

/** A program of its own for what can only be seen in one: its environment, and the classes that it loads. */
final class Probe {
    private Probe() {}

    /** Asks for what the arguments name: nothing, or a service and a parameter, with a profile, a region and a role. */
    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        AwsSettings settings = AwsSettings.DEFAULT.withTimeout(Duration.ofSeconds(60));
        for (int i = 0; i + 1 < given.size(); i += 2) {
            settings = with(settings, given.get(i), given.get(i + 1));
        }
        Request request = given.contains("nothing")
                ? new Request(List.of(), List.of())
                : new Request(List.of(new Query.Service("one", "web")), List.of(Reference.parse("/url")));
        Observation seen = new Aws(settings).observe(request);
        System.out.println(seen.identity());
        System.out.println(seen.deployments());
        System.out.println(seen.stores().of(Reference.parse("/url")));
    }

    private static AwsSettings with(AwsSettings settings, String option, String value) {
        return switch (option) {
            case "--profile" -> settings.withLogin(new Login.Profile(value));
            case "--region" -> settings.withRegion(value);
            case "--role-arn" -> settings.withRoleArn(value);
            case "--endpoint-url" -> settings.withEndpointUrl(value);
            default -> settings;
        };
    }
}
