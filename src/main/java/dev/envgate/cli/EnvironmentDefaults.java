package dev.envgate.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Takes an option that was not given from the environment: {@code --fail-on} from {@code ENVGATE_FAIL_ON}. */
record EnvironmentDefaults(Console console) implements IDefaultValueProvider {
    private static final String PREFIX = "ENVGATE_";

    @Override
    @SuppressWarnings("NullAway") // picocli wants null where there is no default
    public String defaultValue(ArgSpec argument) {
        return argument instanceof OptionSpec option ? variable(option).orElse(null) : null;
    }

    private Optional<String> variable(OptionSpec option) {
        String name = PREFIX
                + option.longestName().substring(2).toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(Variable.values())
                .filter(each -> each.name().equals(name))
                .map(console::variable)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }
}
