package dev.envgate.repair;

import java.util.List;
import java.util.regex.Pattern;

/** What files cannot heal: the commands that the next action of the finding names, ready to be run from the repository. */
final class Commands implements Repair {
    private static final Pattern COMMAND = Pattern.compile("`((?:aws|terraform) [^`]+)`(?: in `([^`]+)`)?");

    @Override
    public Outcome of(Fault fault) {
        List<String> commands = COMMAND.matcher(fault.finding().hint())
                .results()
                .map(each -> each.group(2) == null
                        ? each.group(1)
                        : each.group(1).replaceFirst("^terraform ", "terraform -chdir=" + each.group(2) + " "))
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

    private static String remark(List<String> commands) {
        return commands.stream()
                        .anyMatch(each ->
                                each.endsWith("terraform apply") || each.matches("terraform (-chdir=\\S+ )?apply"))
                ? "An apply of everything is meant; one with `-target` would leave the rest behind."
                : "";
    }

    static String sentence(String hint) {
        return hint.isEmpty() ? "" : Character.toUpperCase(hint.charAt(0)) + hint.substring(1);
    }
}
