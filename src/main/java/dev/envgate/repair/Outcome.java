package dev.envgate.repair;

import java.util.List;

/** What can be done about a fault. */
public sealed interface Outcome {
    /**
     * Patches, the best first: the first that proves itself is the repair.
     *
     * @param otherwise why there is no repair when none does, one sentence
     */
    record Patches(List<Patch> patches, String otherwise) implements Outcome {
        public Patches {
            patches = List.copyOf(patches);
        }
    }

    /** Files cannot heal it, and these commands can; {@code remark} is one sentence, or empty. */
    record Commands(List<ShellCommand> commands, String remark) implements Outcome {
        public Commands {
            commands = List.copyOf(commands);
        }
    }

    /** Somebody has to decide something; {@code why} is one sentence. */
    record ByHand(String why) implements Outcome {}
}
