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
 */
record Target(String name, String environment, Whereabouts whereabouts) {
    /** What the command line says and nothing else. */
    static final Target ASKED = new Target("", "", Whereabouts.NONE);

    /** What tells it from the other targets of a run; empty for the only one. */
    String title() {
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
