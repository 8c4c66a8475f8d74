package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.fleet.Unit;
import java.util.List;

/** Whom a unit will ask, as far as that can be told before it is judged. */
record FleetPlaces(Console console, AwsOptions aws, AwsSettings settings, FleetOptions options) {
    /**
     * Where requests are counted together.
     *
     * @param account the account, or what is known of it
     */
    record Place(String account, String region) {}

    Place of(Unit unit) {
        return switch (unit) {
            case Unit.Live live -> new Place(live.account() + " " + live.role(), live.region());
            case Unit.Configured(String file) -> configured(file);
        };
    }

    /** Of several places the first; one that cannot be read asks nobody. */
    private Place configured(String file) {
        try {
            ConfigFile read =
                    ConfigFile.find(ConfigOptions.of(console.directory().resolve(file), List.of()), console);
            Target first = new Targets(read.settings(), options.environments(), "")
                    .all()
                    .getFirst();
            AwsSettings asked = aws.over(first.over(settings));
            return new Place(asked.whose(), asked.region());
        } catch (Misuse unreadable) {
            return new Place("", "");
        }
    }
}
