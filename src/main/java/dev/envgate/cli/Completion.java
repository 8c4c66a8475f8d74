package dev.envgate.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The commands with their options and words as shells complete them, from the model of the command line, so that none can be forgotten. */
record Completion(List<Offered> commands) {
    /** A command, {@code words} what may stand behind it without a dash. */
    record Offered(String name, String sentence, List<Choice> options, List<String> words) {}

    /** An option; {@code values} are all that it may have, when they are few. */
    record Choice(List<String> names, String sentence, Takes takes, List<String> values, boolean repeatable) {}

    /** What stands behind an option. */
    enum Takes {
        NOTHING,
        FILE,
        DIRECTORY,
        WORD
    }

    static Completion of(CommandLine all) {
        return new Completion(all.getSubcommands().entrySet().stream()
                .map(each -> offered(each.getKey(), each.getValue()))
                .toList());
    }

    private static Offered offered(String name, CommandLine command) {
        Map<String, Choice> options = new LinkedHashMap<>();
        all(command)
                .flatMap(each -> each.getCommandSpec().options().stream())
                .filter(option -> !option.hidden())
                .forEach(option -> options.putIfAbsent(option.longestName(), choice(option)));
        List<String> words = Stream.concat(
                        command.getSubcommands().keySet().stream(),
                        command.getCommandSpec().positionalParameters().stream()
                                .flatMap(each -> each.paramLabel().equals("RULE")
                                        ? RulesCommand.rules().keySet().stream()
                                        : values(each).stream()))
                .toList();
        return new Offered(
                name,
                sentence(command.getCommandSpec().usageMessage().description()),
                List.copyOf(options.values()),
                words);
    }

    /** A command and those that stand behind it: their options are offered together. */
    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(Completion::all));
    }

    private static Choice choice(OptionSpec option) {
        return new Choice(
                List.of(option.names()),
                sentence(option.description()),
                takes(option),
                values(option),
                option.isMultiValue());
    }

    private static Takes takes(OptionSpec option) {
        if (option.arity().max() == 0) {
            return Takes.NOTHING;
        }
        return switch (option.paramLabel()) {
            case "FILE" -> Takes.FILE;
            case "DIR" -> Takes.DIRECTORY;
            default -> option.paramLabel().endsWith("=FILE") ? Takes.FILE : Takes.WORD;
        };
    }

    private static List<String> values(ArgSpec argument) {
        Object[] constants = argument.type().getEnumConstants();
        return constants == null
                ? List.of()
                : Arrays.stream(constants).map(String::valueOf).toList();
    }

    /** The first sentence of a description. */
    private static String sentence(String... description) {
        String text = String.join(" ", description);
        int end = text.indexOf(". ");
        String first = end < 0 ? text : text.substring(0, end + 1);
        return first.replaceFirst("[.;:]$", "");
    }

    String bash() {
        StringBuilder cases = new StringBuilder();
        for (Offered command : commands) {
            cases.append("    ").append(command.name()).append(")\n      case $before in\n");
            for (Choice option : command.options()) {
                String names = String.join(" | ", option.names());
                if (!option.values().isEmpty()) {
                    cases.append("        %s) words='%s' ;;\n".formatted(names, String.join(" ", option.values())));
                } else if (option.takes() == Takes.DIRECTORY) {
                    cases.append("        %s) COMPREPLY=($(compgen -d -- \"$word\")) && return ;;\n".formatted(names));
                } else if (option.takes() != Takes.NOTHING) {
                    cases.append("        %s) return ;;\n".formatted(names));
                }
            }
            Stream<String> words = Stream.concat(
                    command.words().stream(), command.options().stream().flatMap(each -> each.names().stream()));
            cases.append("        *) words='%s' ;;\n      esac\n      ;;\n"
                    .formatted(words.collect(Collectors.joining(" "))));
        }
        return """
                # Completes envgate in bash; where nothing is known, names of files are offered.
                _envgate() {
                  local IFS=$' \\t\\n' word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words=
                  [ "$COMP_CWORD" -lt 2 ] || command=${COMP_WORDS[1]}
                  COMPREPLY=()
                  case $command in
                    '') words='%s --help --version' ;;
                %s  esac
                  COMPREPLY=($(compgen -W "$words" -- "$word"))
                }
                complete -o bashdefault -o default -F _envgate envgate
                """.formatted(commands.stream().map(Offered::name).collect(Collectors.joining(" ")), cases);
    }

    String zsh() {
        StringBuilder cases = new StringBuilder();
        for (Offered command : commands) {
            List<String> specs = new ArrayList<>();
            for (Choice option : command.options()) {
                for (String name : option.names()) {
                    specs.add(quoted((option.repeatable() ? "*" : "")
                            + name
                            + (option.takes() == Takes.NOTHING ? "" : name.startsWith("--") ? "=" : "+")
                            + "[" + option.sentence().replaceAll("[\\[\\]:\\\\]", "\\\\$0") + "]"
                            + action(option)));
                }
            }
            specs.add(
                    command.words().isEmpty()
                            ? "'*:file:_files'"
                            : "'1:word:(%s)'".formatted(String.join(" ", command.words())));
            cases.append("    ").append(command.name()).append(") _arguments ");
            cases.append(String.join(" \\\n      ", specs)).append(" ;;\n");
        }
        return """
                #compdef envgate
                # Completes envgate in zsh.
                _envgate() {
                  local -a commands
                  commands=(%s)
                  if ((CURRENT == 2)); then
                    _describe command commands
                    return
                  fi
                  shift words
                  ((CURRENT--))
                  case $words[1] in
                %s  esac
                }
                if [[ $funcstack[1] == _envgate ]]; then _envgate "$@"; else compdef _envgate envgate; fi
                """.formatted(
                commands.stream()
                        .map(each -> quoted(each.name() + ":" + each.sentence().replace(":", "\\:")))
                        .collect(Collectors.joining(" ")),
                cases);
    }

    private static String action(Choice option) {
        return switch (option.takes()) {
            case NOTHING -> "";
            case FILE -> ":file:_files";
            case DIRECTORY -> ":directory:_files -/";
            case WORD -> ":word:(" + String.join(" ", option.values()) + ")";
        };
    }

    String fish() {
        StringBuilder lines =
                new StringBuilder("# Completes envgate in fish.\ncomplete -c envgate -n __fish_use_subcommand -f\n");
        for (Offered command : commands) {
            lines.append("complete -c envgate -n __fish_use_subcommand -a %s -d %s\n"
                    .formatted(command.name(), inFish(command.sentence())));
            String here = "complete -c envgate -n '__fish_seen_subcommand_from %s'".formatted(command.name());
            if (!command.words().isEmpty()) {
                lines.append("%s -f -a '%s'\n".formatted(here, String.join(" ", command.words())));
            }
            for (Choice option : command.options()) {
                lines.append(here);
                for (String name : option.names()) {
                    lines.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.substring(1));
                }
                lines.append(
                        switch (option.takes()) {
                            case NOTHING -> "";
                            case FILE -> " -r -F";
                            case DIRECTORY -> " -x -a '(__fish_complete_directories)'";
                            case WORD ->
                                " -x"
                                        + (option.values().isEmpty()
                                                ? ""
                                                : " -a '" + String.join(" ", option.values()) + "'");
                        });
                lines.append(" -d ").append(inFish(option.sentence())).append('\n');
            }
        }
        return lines.toString();
    }

    String powershell() {
        StringBuilder table = new StringBuilder();
        for (Offered command : commands) {
            String words = Stream.concat(
                            command.words().stream(), command.options().stream().flatMap(each -> each.names().stream()))
                    .map(each -> "'" + each + "'")
                    .collect(Collectors.joining(", "));
            table.append("    '%s' = @(%s)\n".formatted(command.name(), words));
            for (Choice option : command.options()) {
                if (!option.values().isEmpty()) {
                    String values = option.values().stream()
                            .map(each -> "'" + each + "'")
                            .collect(Collectors.joining(", "));
                    option.names()
                            .forEach(name ->
                                    table.append("    '%s %s' = @(%s)\n".formatted(command.name(), name, values)));
                }
            }
        }
        return """
                # Completes envgate in PowerShell; where nothing is known, names of files are offered.
                Register-ArgumentCompleter -Native -CommandName envgate, envgate.cmd -ScriptBlock {
                  param($word, $line, $position)
                  $known = @{
                    '' = @(%s, '--help', '--version')
                %s  }
                  $before = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
                  $command = if ($before.Count -gt 1) { $before[1] } else { '' }
                  $option = "$command $($before[-1])"
                  $words = if ($before.Count -gt 2 -and $known.ContainsKey($option)) { $known[$option] } else { $known[$command] }
                  $words | Where-Object { $_ -like "$word*" } | ForEach-Object { [System.Management.Automation.CompletionResult]::new($_) }
                }
                """.formatted(
                commands.stream().map(each -> "'" + each.name() + "'").collect(Collectors.joining(", ")), table);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String inFish(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
