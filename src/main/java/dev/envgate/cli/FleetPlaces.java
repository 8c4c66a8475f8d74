package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.fleet.Unit;
import java.util.List;

/** Whom a unit will ask, as far as that can be told before it is judged. */
record FleetPlaces(Console console, AwsOptions aws, AwsSettings settings, FleetOptions options) {
    String of(Unit unit) {
        return switch (unit) {
            case Unit.Live live -> live.account() + " " + live.region() + " " + live.role();
            case Unit.Configured(String file) -> configured(file);
        };
    }

    /** Of several places the first; one that cannot be read asks nobody. */
    private String configured(String file) {
        try {
            ConfigFile read =
                    ConfigFile.find(ConfigOptions.of(console.directory().resolve(file), List.of()), console);
            Target first = new Targets(read.settings(), options.environments(), "")
                    .all()
                    .getFirst();
            return aws.over(first.over(settings)).place();
        } catch (Misuse unreadable) {
            return "";
        }
    }
}
