package dev.envgate.report;

import dev.envgate.ledger.Declaration;
import dev.envgate.ledger.Ledger;
import dev.envgate.ledger.ServiceLedger;
import dev.envgate.ledger.Standing;
import dev.envgate.text.Markdown;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What each variable is for, whether it has to be set and why, and where it is read and set, as a page in Markdown. No value is in it, and
 * no line number.
 *
 * @param terraform whether what is configured was read at all
 */
public record VariablesPage(Ledger ledger, boolean terraform) {
    private static final int FILES_SHOWN = 5;

    /** The page, with a line feed at the end of every line. */
    public String markdown() {
        List<Documented> all = Documented.of(ledger);
        StringBuilder page = new StringBuilder("# Environment variables\n\n");
        page.append(
                "<!-- Written by `envgate docs`. Change the contract, Terraform or the code, and run it again. -->\n\n");
        page.append(sources()).append("\n\n");
        Map<String, String> anchors = anchors(all);
        page.append("| variable | kind | must be set | for |\n|---|---|---|---|\n");
        all.stream().filter(Documented::declared).forEach(each -> page.append(row(each, anchors)));
        page.append(undeclared(all));
        page.append(unknown());
        page.append("\n## One by one\n");
        all.forEach(each -> page.append(section(each)));
        return page.toString();
    }

    private String sources() {
        String contracts = ledger.services().stream()
                .flatMap(each -> each.contract().files().stream())
                .distinct()
                .map(Markdown::code)
                .collect(Collectors.joining(", "));
        String roots = ledger.services().stream()
                .map(ServiceLedger::root)
                .filter(each -> !each.isEmpty())
                .distinct()
                .map(each -> each.equals(".") ? "Terraform" : "Terraform in " + Markdown.code(each))
                .collect(Collectors.joining(", "));
        return "Declared in " + contracts + (terraform && !roots.isEmpty() ? "; set by " + roots : "")
                + ". It holds no values.";
    }

    /** The anchors that GitHub and GitLab give to headings: a second one of the same letters gets a number. */
    private static Map<String, String> anchors(List<Documented> all) {
        Map<String, Integer> taken = new HashMap<>();
        return all.stream().collect(Collectors.toMap(Documented::name, each -> {
            String anchor = each.name().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}_-]", "");
            int before = taken.merge(anchor, 1, Integer::sum) - 1;
            return before == 0 ? anchor : anchor + "-" + before;
        }));
    }

    private static String row(Documented each, Map<String, String> anchors) {
        Declaration declaration = each.declarations().getFirst();
        return "| [%s](#%s) | %s | %s | %s |\n"
                .formatted(
                        Markdown.code(each.name()),
                        anchors.getOrDefault(each.name(), ""),
                        Words.of(each.kind()),
                        needed(declaration.standing()),
                        cell(firstSentence(declaration)));
    }

    /** A bar begins a cell, in code too. */
    private static String cell(String words) {
        return words.indexOf('|') < 0 ? Markdown.words(words) : Markdown.prose(words);
    }

    private static String firstSentence(Declaration declaration) {
        String comment = String.join(" ", declaration.comment()).strip();
        int end = comment.indexOf(". ");
        return end < 0 ? comment : comment.substring(0, end + 1);
    }

    private static String needed(Standing standing) {
        return switch (standing) {
            case REQUIRED, SECRET, SETTING -> "yes";
            case DEFAULTED -> "no, it has an example";
            case OPTIONAL -> "no";
            case LOCAL -> "not in a deploy";
        };
    }

    private String undeclared(List<Documented> all) {
        String names = all.stream()
                .filter(each -> !each.declared())
                .map(each -> Markdown.code(each.name()))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : "\nIn Terraform, and in no contract: " + names + ".\n";
    }

    /** What files do not decide: a page that left it out would look complete. */
    private String unknown() {
        String lines = Documented.notKnown(ledger).stream()
                .map(each -> "- %s: %s\n".formatted(Markdown.prose(each.what()), Markdown.prose(each.why())))
                .distinct()
                .collect(Collectors.joining());
        return lines.isEmpty() ? "" : "\n## Not known\n\n" + lines;
    }

    private String section(Documented each) {
        StringBuilder text = new StringBuilder("\n### " + Markdown.code(each.name()) + "\n\n");
        for (Declaration declaration : each.declarations()) {
            String comment = String.join(" ", declaration.comment()).strip();
            if (!comment.isEmpty()) {
                text.append(Markdown.words(comment)).append("\n\n");
                break;
            }
        }
        each.declarations().forEach(declaration -> declared(text, declaration));
        read(text, each);
        if (terraform) {
            configured(text, each);
        }
        return text.toString();
    }

    private static void declared(StringBuilder text, Declaration declaration) {
        item(text, "a " + Words.of(declaration.kind()) + ", because " + Markdown.prose(declaration.kindBecause()));
        if (!declaration.standingBecause().equals(declaration.kindBecause())) {
            item(text, Words.of(declaration.standing()) + ", because " + Markdown.prose(declaration.standingBecause()));
        }
        item(
                text,
                "declared in " + Markdown.code(declaration.span().file().path())
                        + (declaration.commentedOut() ? ", commented out" : ""));
    }

    private void read(StringBuilder text, Documented each) {
        String files = each.reads().stream()
                .limit(FILES_SHOWN)
                .map(read -> Markdown.code(read.file()) + " (" + ShownCode.fallback(read.fallback()) + ")")
                .collect(Collectors.joining(", "));
        int more = each.reads().size() - FILES_SHOWN;
        if (!files.isEmpty()) {
            item(text, "read in " + files + (more > 0 ? " and " + Words.count(more, "more file") : ""));
        } else if (Documented.searched(ledger)) {
            item(text, "nothing in the code of the application is seen to read it");
        }
    }

    private static void configured(StringBuilder text, Documented each) {
        if (each.settings().isEmpty()) {
            item(text, "Terraform gives it to no container");
        }
        each.settings().forEach(setting -> item(text, "Terraform: " + setting(setting)));
        if (!each.missing().isEmpty()) {
            item(text, "Terraform gives it to no container in " + listed(each.missing()));
        }
        if (!each.valuesDiffer().isEmpty()) {
            item(text, "its value differs between " + listed(each.valuesDiffer()));
        }
    }

    private static String setting(Documented.Settled settled) {
        Documented.Setting setting = settled.setting();
        return "container " + Markdown.code(setting.container())
                + ", in " + Markdown.code(setting.in())
                + (setting.from().isEmpty() ? "" : " from " + Markdown.verbatim(setting.from()))
                + (setting.file().isEmpty() ? "" : ", written in " + Markdown.code(setting.file()))
                + (setting.condition().isEmpty() ? "" : ", only when " + Markdown.verbatim(setting.condition()))
                + (settled.everywhere() ? "" : ", in " + listed(settled.environments()));
    }

    private static String listed(List<String> environments) {
        return environments.stream().map(Markdown::words).collect(Collectors.joining(", "));
    }

    private static void item(StringBuilder text, String item) {
        text.append("- ").append(item).append('\n');
    }
}
