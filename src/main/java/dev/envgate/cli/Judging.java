package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.policy.Baseline;
import dev.envgate.report.Run;

/** Comes to the verdict on what one configuration is about: for {@code envgate check}, and for each part of a fleet. */
record Judging(
        Console console,
        ConfigOptions config,
        InputOptions inputs,
        AwsOptions aws,
        AwsSettings settings,
        GateOptions gate,
        AdoptionOptions adoption) {
    /**
     * What came of it.
     *
     * @param baseline what it was measured against
     */
    record Judged(ConfigFile file, Gathering.Gathered gathered, Baseline baseline, Run run) {}

    Judged judge() throws Misuse {
        ConfigFile file = ConfigFile.find(config, console);
        Gathering.Gathered gathered = new Gathering(console, file, config, inputs, aws, settings).gather();
        Baseline baseline = adoption.baseline(file, console);
        return new Judged(file, gathered, baseline, gate.judge(gathered, file, adoption, baseline, console));
    }
}
