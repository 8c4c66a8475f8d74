package dev.envgate.cli;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes an option that was not given from the environment: {@code --fail-on} from {@code ENVGATE_FAIL_ON}. */
final class EnvironmentDefaults implements IDefaultValueProvider {
    private static final String PREFIX = "ENVGATE_";

    private final Map<String, String> given = new HashMap<>();

    EnvironmentDefaults(Console console) {
        for (Variable each : Variable.values()) {
            String value = console.variable(each);
            if (each.name().startsWith(PREFIX) && !value.isEmpty()) {
                given.put(each.name(), value);
            }
        }
    }

    @Override
    @SuppressWarnings("NullAway") // picocli wants null where there is no default
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? given.get(variable(option)) : null;
    }

    private static String variable(OptionSpec option) {
        return PREFIX
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
