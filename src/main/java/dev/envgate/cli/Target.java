package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Login;
import dev.envgate.config.Setting;
import dev.envgate.config.Whereabouts;

/**
 * One service to look at, in one environment.
 *
 * @param name what the configuration calls it; empty without a configuration
 * @param environment empty where the configuration has none
 * @param family the family of task definitions to look at in the place of a service; empty for a service
 */
record Target(String name, String environment, Whereabouts whereabouts, String family) {
    /** What the command line says and nothing else. */
    static final Target ASKED = new Target("", "", Whereabouts.NONE, "");

    /** One of a service. */
    Target(String name, String environment, Whereabouts whereabouts) {
        this(name, environment, whereabouts, "");
    }

    /** The same place, for a family. */
    Target of(String otherFamily) {
        return new Target(name, environment, whereabouts, otherFamily);
    }

    /** What tells it from the other targets of a run; empty for the only one. */
    String title() {
        if (!family.isEmpty()) {
            return environment.isEmpty() ? family : family + " (" + environment + ")";
        }
        return environment.isEmpty() ? name : name.isEmpty() ? environment : name + " (" + environment + ")";
    }

    /** How AWS is reached for it, before the options. */
    AwsSettings over(AwsSettings settings) {
        Setting profile = whereabouts.profile();
        Setting region = whereabouts.region();
        Setting role = whereabouts.role();
        AwsSettings all = profile.given() ? settings.withLogin(new Login.Profile(profile.text())) : settings;
        all = region.given() ? all.withRegion(region.text()) : all;
        all = role.given() ? all.withRoleArn(role.text()) : all;
        return all.withAccount(whereabouts.account().text());
    }
}
