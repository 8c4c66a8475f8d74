package dev.envgate.report;

/**
 * Where a run was made, for formats that point back to it.
 *
 * @param version of envgate, without its name
 * @param configuration the configuration's file as shown to people; empty without one
 * @param documentation where the pages of the rules are on the web; empty when nobody says
 * @param job where the run itself can be looked at, such as the page of a workflow's run; empty when nobody says
 */
public record Origin(String version, String configuration, String documentation, String job) {
    /** Where the page of a rule is on the web; empty when it is not known. */
    String page(String rule) {
        return documentation.isEmpty() ? "" : documentation + (documentation.endsWith("/") ? "" : "/") + rule + ".md";
    }
}
