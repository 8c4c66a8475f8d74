package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Inventory;
import dev.envgate.aws.Login;
import dev.envgate.config.Setting;
import dev.envgate.config.Whereabouts;

/**
 * One service to look at, in one environment.
 *
 * @param name what the configuration calls it; empty without a configuration
 * @param environment empty where the configuration has none
 * @param family the family of task definitions to look at in the place of a service; empty for a service
 * @param found the service that AWS or Terraform has; empty names where the options and the configuration say which
 */
record Target(String name, String environment, Whereabouts whereabouts, String family, Inventory.Item found) {
    private static final Inventory.Item SAID = new Inventory.Item("", "");

    /** What the command line says and nothing else. */
    static final Target ASKED = new Target("", "", Whereabouts.NONE);

    /** One of a service. */
    Target(String name, String environment, Whereabouts whereabouts) {
        this(name, environment, whereabouts, "", SAID);
    }

    /** The same in an environment, unless the configuration says which. */
    Target in(String told) {
        return environment.isEmpty() ? new Target(name, told, whereabouts, family, found) : this;
    }

    /** The same place, for a family. */
    Target of(String otherFamily) {
        return new Target(name, environment, whereabouts, otherFamily, SAID);
    }

    /** The same place, for a service that was found there. */
    Target of(Inventory.Item service) {
        return new Target(name, environment, whereabouts, "", service);
    }

    /** What tells it from the other targets of a run; empty for the only one. */
    String title() {
        String chosen = family.isEmpty() ? found.service() : family;
        if (!chosen.isEmpty()) {
            return environment.isEmpty() ? chosen : chosen + " (" + environment + ")";
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
