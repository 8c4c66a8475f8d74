package dev.envgate.cli;

import dev.envgate.text.Digests;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** A digest of the options by which a verdict may differ: what was judged otherwise is no part of the same fleet. */
final class FleetDigest {
    /** What says where things are kept, how fast it goes, or how it looks; which configurations are meant is compared one by one. */
    private static final Set<String> NO_MATTER = Set.of(
            "--color",
            "--config",
            "--costs",
            "--format",
            "--help",
            "--journal",
            "--max-age",
            "--max-rate",
            "--output",
            "--plan",
            "--previous",
            "--quiet",
            "--report",
            "--repositories",
            "--resume",
            "--role-session-name",
            "--rule-pages",
            "--shard",
            "--shards",
            "--timeout",
            "--timing",
            "--verbose",
            "--version");

    private FleetDigest() {}

    static String of(CommandSpec command) {
        List<String> said = command.options().stream()
                .filter(each -> !NO_MATTER.contains(each.longestName()))
                .map(FleetDigest::said)
                .sorted()
                .toList();
        return Digests.of(said);
    }

    private static String said(OptionSpec option) {
        Object value = option.getValue();
        return option.longestName() + "=" + value;
    }
}
