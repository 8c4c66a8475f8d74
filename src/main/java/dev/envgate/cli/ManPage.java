package dev.envgate.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** One page of the manual, in the macros that {@code man(7)} describes. */
final class ManPage {
    private final CommandSpec spec;
    private final StringBuilder page = new StringBuilder();

    ManPage(CommandLine command) {
        spec = command.getCommandSpec();
    }

    /** Of the file: {@code envgate-check}. */
    String name() {
        return spec.qualifiedName("-");
    }

    String text() {
        page.setLength(0);
        line(".TH %s 1 \"\" \"%s\" \"envgate\"".formatted(name().toUpperCase(Locale.ROOT), Version.text()));
        String description = String.join(" ", spec.usageMessage().description());
        line(".SH NAME");
        line(escaped(name()) + " \\- " + escaped(description));
        line(".SH SYNOPSIS");
        line(".B " + escaped(spec.qualifiedName()));
        line(synopsis());
        if (!spec.positionalParameters().isEmpty()) {
            line(".SH ARGUMENTS");
            spec.positionalParameters().forEach(each -> entry(italic(each.paramLabel()), each));
        }
        line(".SH OPTIONS");
        spec.options().stream().filter(each -> !each.hidden()).forEach(each -> entry(head(each), each));
        commands();
        line(".SH EXIT STATUS");
        for (Map.Entry<String, String> code :
                spec.root().usageMessage().exitCodeList().entrySet()) {
            entry(bold(code.getKey()), code.getValue());
        }
        line(".SH SEE ALSO");
        line(spec.parent() == null ? "The pages of the commands, and" : ".BR envgate (1),");
        line("`envgate rules` for what is judged.");
        return page.toString();
    }

    private String synopsis() {
        String options = spec.parent() == null
                ? "[" + italic("OPTION") + "] " + italic("COMMAND")
                : "[" + italic("OPTION") + "]...";
        return options
                + spec.positionalParameters().stream()
                        .map(each -> " "
                                + (each.arity().min() == 0
                                        ? "[" + italic(each.paramLabel()) + "]"
                                        : italic(each.paramLabel())))
                        .collect(Collectors.joining());
    }

    private void commands() {
        if (!spec.subcommands().isEmpty()) {
            line(".SH COMMANDS");
            commands("", spec);
        }
    }

    /** By the names of their pages: those behind another command as {@code fleet-check}. */
    private void commands(String before, CommandSpec above) {
        above.subcommands().forEach((name, command) -> {
            CommandSpec below = command.getCommandSpec();
            entry(bold(before + name), String.join(" ", below.usageMessage().description()));
            commands(before + name + "-", below);
        });
    }

    private static String head(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + italic(option.paramLabel());
        return Arrays.stream(option.names()).map(ManPage::bold).collect(Collectors.joining(", ")) + value;
    }

    private void entry(String head, ArgSpec argument) {
        String value = String.valueOf(argument.defaultValueString());
        entry(head, String.join(" ", argument.description()).replace("${DEFAULT-VALUE}", value));
    }

    private void entry(String head, String text) {
        line(".TP");
        line(head);
        line(escaped(text));
    }

    private void line(String line) {
        page.append(line).append('\n');
    }

    private static String bold(String text) {
        return "\\fB" + escaped(text) + "\\fR";
    }

    private static String italic(String text) {
        return "\\fI" + escaped(text) + "\\fR";
    }

    /** A dash that is typed stays a dash, and no line begins with what would be a macro. */
    private static String escaped(String text) {
        String escaped =
                text.replace("\\", "\\e").replace("-", "\\-").replace("%n", " ").replace("%%", "%");
        return escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" + escaped : escaped;
    }
}
