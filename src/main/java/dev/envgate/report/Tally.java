package dev.envgate.report;

import dev.envgate.policy.SetAside;

/** How many findings were set aside for one reason. */
record Tally(SetAside.By by, long number) {
    String text() {
        return number
                + switch (by) {
                    case CONFIGURATION -> " of rules that are off";
                    case SUPPRESSION -> " suppressed";
                    case COMMENT -> " ignored by comments";
                    case BASELINE -> " in the baseline";
                    case CHANGE -> " not touched by the change";
                };
    }
}
