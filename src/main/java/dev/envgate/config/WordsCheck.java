package dev.envgate.config;

import dev.envgate.text.Problem;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Refuses a word that stands for two environments: nothing could be told by it. */
record WordsCheck(List<Problem> problems) {
    void check(List<EnvironmentSettings> environments) {
        Map<String, EnvironmentSettings> owners = new HashMap<>();
        for (EnvironmentSettings each : environments) {
            for (String word : each.environment().words()) {
                EnvironmentSettings owner = owners.putIfAbsent(word, each);
                if (owner != null) {
                    problems.add(new Problem(
                            each.name().span(),
                            "The word `%s` stands for `%s` and for `%s`."
                                    .formatted(
                                            word,
                                            owner.name().text(),
                                            each.name().text()),
                            "Leave it to one of them under `words`.",
                            true));
                }
            }
        }
    }
}
