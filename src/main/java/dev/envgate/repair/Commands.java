package dev.envgate.repair;

import java.util.List;
import java.util.regex.Pattern;

/** What files cannot heal: the commands that the next action of the finding names. */
final class Commands implements Repair {
    private static final Pattern COMMAND = Pattern.compile("`((?:aws|terraform) [^`]+)`(?: in `([^`]+)`)?");

    @Override
    public Outcome of(Fault fault) {
        List<ShellCommand> commands = COMMAND.matcher(fault.finding().hint())
                .results()
                .map(each -> new ShellCommand(each.group(1), each.group(2) == null ? "" : each.group(2)))
                .distinct()
                .toList();
        return commands.isEmpty()
                ? new Outcome.ByHand(sentence(fault.finding().hint()))
                : new Outcome.Commands(commands, remark(commands));
    }

    @Override
    public Means means() {
        return Means.COMMANDS;
    }

    @Override
    public String summary() {
        return "No file is changed: the commands of the next action where it has some, ready to be run.";
    }

    private static String remark(List<ShellCommand> commands) {
        return commands.stream().anyMatch(ShellCommand::applies)
                ? "An apply of everything is meant; one with `-target` would leave the rest behind."
                : "";
    }

    static String sentence(String hint) {
        return hint.isEmpty() ? "" : Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
    }
}
