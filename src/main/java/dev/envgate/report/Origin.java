package dev.envgate.report;

import java.util.function.Predicate;

/**
 * Where a run was made, for formats that point back to it. What nobody says is empty.
 *
 * @param version of envgate, without its name
 * @param configuration the configuration's file as shown to people
 * @param inside whether a path, as shown to people, is a file of the repository: another checkout may have files too
 * @param pages where the pages of the rules are on the web
 * @param files where the files of the repository are on the web
 * @param job where the run itself can be looked at, such as the page of a workflow's run
 */
public record Origin(
        String version, String configuration, Predicate<String> inside, String pages, String files, String job) {
    /** Where the page of a rule is on the web; empty when it is not known. */
    String page(String rule) {
        return pages.isEmpty() ? "" : pages + (pages.endsWith("/") ? "" : "/") + rule + ".md";
    }

    /** Where a line of a file is on the web; empty when it is not known. */
    String line(Anchor anchor) {
        return files.isEmpty() || !inside.test(anchor.file())
                ? ""
                : files + (files.endsWith("/") ? "" : "/") + Anchor.uri(anchor.file()) + "#L" + anchor.line();
    }
}
