package dev.envgate.config;

import dev.envgate.text.Problem;
import dev.envgate.yaml.YamlNode;
import java.util.List;

/** Reads where follow-ups are kept. No token and no address of an API stands here: whoever changes the file could have the token sent to himself. */
final class TrackReader {
    private static final List<String> KEYS = List.of("label", "limit", "repository", "severity", "team", "webhook");

    private final List<Problem> problems;

    TrackReader(List<Problem> problems) {
        this.problems = problems;
    }

    TrackSettings read(Section root) {
        return root.node("track")
                .flatMap(node -> root.asMapping("track", node))
                .map(this::read)
                .orElse(TrackSettings.NONE);
    }

    private TrackSettings read(YamlNode.Mapping mapping) {
        Section section = new Section("`track`", mapping, KEYS, problems);
        return new TrackSettings(
                fitting("repository", section, "[\\w-]{1,39}/[\\w.-]{1,100}", "Write it like `owner/name`."),
                fitting("team", section, "[A-Za-z0-9]{1,20}", "Write the key that identifiers begin with: `ENG`."),
                fitting(
                        "webhook",
                        section,
                        "https://[^\\s@#]{1,2000}",
                        "Write an address that begins with `https://`; one with a key in it belongs into `ENVGATE_WEBHOOK_URL`."),
                fitting("label", section, "[^,\\p{Cntrl}]{1,50}", "Write up to 50 signs without a comma."),
                section.choice("severity", List.of("error", "warning", "note")),
                fitting("limit", section, "[1-9][0-9]{0,2}", "Write a number from 1 to 999."));
    }

    private Setting fitting(String key, Section section, String form, String hint) {
        Setting setting = section.text(key);
        if (!setting.given() || setting.text().matches(form)) {
            return setting;
        }
        problems.add(new Problem(setting.span(), "This cannot be the `%s` of follow-ups.".formatted(key), hint, true));
        return Setting.NONE;
    }
}
