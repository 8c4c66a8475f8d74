package dev.envgate.terraform;

import dev.envgate.hcl.HclParser;
import dev.envgate.text.SourceFile;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the text of Terraform files looks as if it said, without reading it: enough to offer a choice of roots.
 *
 * @param defines whether it makes a task definition, or calls a public module that looks as if it did
 * @param modules the directories of the local modules that it calls
 */
record Sketch(boolean defines, Set<Path> modules) {
    static final Sketch NOTHING = new Sketch(false, Set.of());

    private static final Pattern TASK = Pattern.compile(
            "resource\\s{1,20}\"?aws_ecs_task_definition\\b|\"aws_ecs_task_definition\"\\s{0,20}:|\\bcontainer_definitions?\"?\\s{0,80}[=:]");
    /** A local source; terragrunt often begins it with a function. */
    private static final Pattern LOCAL = Pattern.compile(
            "\\bsource\"?\\s{0,80}[=:]\\s{0,20}\"(?:\\$\\{(get_terragrunt_dir|get_repo_root)\\(\\)\\}/|(?=\\.{1,2}/))([^\"$\n]{1,200})\"");

    private static final Pattern PUBLIC =
            Pattern.compile("\\bsource\"?\\s{0,80}[=:]\\s{0,20}\"[^.\"\n][^\"\n]{0,200}(ecs|fargate)");
    private static final Pattern CALL = Pattern.compile("\\bmodule\\s{1,20}\"?[\\w-]{1,200}\"?\\s{0,20}\\{");
    private static final Pattern TELLING = Pattern.compile(
            "\\b(container_name|container_environment|container_secrets|env_vars|environment|environment_variables|map_environment|map_secrets|secrets|task_environment|task_secrets)\"?\\s{0,80}[=:]");

    Sketch {
        modules = Set.copyOf(modules);
    }

    /** @param repository the directory that the repository begins in */
    static Sketch of(String text, boolean json, Path directory, Supplier<Path> repository) {
        boolean tells = text.contains("container_definition") || text.contains("aws_ecs_task_definition");
        return tells || mayCall(text) ? whole(text, json, directory, repository) : NOTHING;
    }

    /** Most files call nothing, and to search those for what a call looks like would take longer than to read them. */
    private static boolean mayCall(String text) {
        return holds(text, "source") || holds(text, "module");
    }

    /** Whether a word begins so; {@code resource} does not begin with {@code source}. */
    private static boolean holds(String text, String word) {
        int at = text.indexOf(word);
        while (at > 0 && isOfWord(text.charAt(at - 1))) {
            at = text.indexOf(word, at + word.length());
        }
        return at >= 0;
    }

    private static boolean isOfWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    }

    private static Sketch whole(String text, boolean json, Path directory, Supplier<Path> repository) {
        String said = json ? text : withoutComments(text);
        boolean calls = mayCall(said);
        return new Sketch(
                TASK.matcher(said).find() || (calls && TELLING.matcher(said).find() && calls(said)),
                calls ? modules(said, directory, repository) : Set.of());
    }

    private static Set<Path> modules(String said, Path directory, Supplier<Path> repository) {
        Set<Path> modules = new HashSet<>();
        Matcher module = LOCAL.matcher(said);
        while (module.find()) {
            Path from = "get_repo_root".equals(module.group(1)) ? repository.get() : directory;
            modules.add(from.resolve(module.group(2).replaceFirst("^/+", "").replace("//", "/"))
                    .normalize());
        }
        return modules;
    }

    /** A module that is not here, and is given what a module for ECS is given. */
    private static boolean calls(String said) {
        return PUBLIC.matcher(said).find()
                || (CALL.matcher(said).find()
                        && HclParser.parseFile(new SourceFile("", said))
                                .value()
                                .blocks("module", 1)
                                .anyMatch(UnreadModules::isForEcs));
    }

    Sketch and(Sketch other) {
        Set<Path> both = new HashSet<>(modules);
        both.addAll(other.modules);
        return new Sketch(defines || other.defines, both);
    }

    /** No string reaches over a line, so that a stray quote in a heredoc hides one line at most. */
    private static String withoutComments(String text) {
        StringBuilder said = new StringBuilder(text.length());
        boolean quoted = false;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            quoted = c == '"' ? !quoted : quoted && c != '\n';
            if (quoted && c == '\\') {
                said.append(text, at, Math.min(at + 2, text.length()));
                at += 2;
            } else if (!quoted && (c == '#' || text.startsWith("//", at))) {
                at = end(text, "\n", at);
            } else if (!quoted && text.startsWith("/*", at) && (at == 0 || !isPattern(text.charAt(at - 1)))) {
                at = end(text, "*/", at) + 2;
            } else {
                said.append(c);
                at++;
            }
        }
        return said.toString();
    }

    /** {@code a/*} in a string within a template is no comment. */
    private static boolean isPattern(char before) {
        return Character.isLetterOrDigit(before) || "\"*}-_.".indexOf(before) >= 0;
    }

    private static int end(String text, String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found;
    }
}
