package dev.envgate.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The patterns of one {@code .gitignore}, as <a href="https://git-scm.com/docs/gitignore">gitignore</a> describes them.
 *
 * @param depth how many directories lie between the root of the walk and the file's own
 */
record IgnoreFile(int depth, List<Rule> rules) {
    /** Every path is held against every pattern; what nobody writes by hand is not read on. */
    private static final int MOST_RULES = 1_000;

    private static final int LONGEST_RULE = 500;

    IgnoreFile {
        rules = List.copyOf(rules);
    }

    /**
     * One line.
     *
     * @param anchored whether it counts from the file's directory; else it is the name of something at any depth
     */
    record Rule(List<String> segments, boolean anchored, boolean directory, boolean negated) {
        Rule {
            segments = List.copyOf(segments);
        }

        boolean matches(List<String> path, boolean isDirectory) {
            if (directory && !isDirectory) {
                return false;
            }
            return anchored ? path(path) : Glob.matches(segments.getFirst(), path.getLast());
        }

        /** Two stars stand for any number of directories; at the end for at least one name. */
        private boolean path(List<String> path) {
            int segment = 0;
            int at = 0;
            int star = -1;
            int retry = 0;
            while (at < path.size()) {
                boolean stars =
                        segment < segments.size() && segments.get(segment).equals("**");
                if (stars) {
                    star = segment++;
                    retry = at;
                } else if (segment < segments.size() && Glob.matches(segments.get(segment), path.get(at))) {
                    segment++;
                    at++;
                } else if (star >= 0) {
                    segment = star + 1;
                    at = ++retry;
                } else {
                    return false;
                }
            }
            return segment == segments.size();
        }
    }

    static IgnoreFile parse(int depth, String text) {
        List<Rule> rules = new ArrayList<>();
        text.lines()
                .filter(line -> line.length() <= LONGEST_RULE)
                .flatMap(line -> rule(line).stream())
                .limit(MOST_RULES)
                .forEach(rules::add);
        return new IgnoreFile(depth, rules);
    }

    private static Optional<Rule> rule(String line) {
        String pattern = stripped(line);
        if (pattern.isEmpty() || pattern.startsWith("#")) {
            return Optional.empty();
        }
        boolean negated = pattern.startsWith("!");
        String body = negated ? pattern.substring(1) : pattern;
        boolean directory = body.endsWith("/");
        String inner = directory ? body.substring(0, body.length() - 1) : body;
        boolean anchored = inner.contains("/");
        List<String> segments = segments(inner.startsWith("/") ? inner.substring(1) : inner);
        return segments.isEmpty() ? Optional.empty() : Optional.of(new Rule(segments, anchored, directory, negated));
    }

    private static List<String> segments(String pattern) {
        List<String> segments = new ArrayList<>();
        for (String each : pattern.split("/", -1)) {
            boolean repeated = each.equals("**")
                    && !segments.isEmpty()
                    && segments.getLast().equals("**");
            if (!repeated) {
                segments.add(each);
            }
        }
        return pattern.isEmpty() ? List.of() : segments;
    }

    /** Blanks at the end do not count unless the last one is escaped. */
    private static String stripped(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    /** What the file says of a path; empty when it says nothing. */
    Optional<Boolean> ignores(List<String> path, boolean directory) {
        List<String> below = path.subList(depth, path.size());
        for (int i = rules.size() - 1; i >= 0; i--) {
            if (rules.get(i).matches(below, directory)) {
                return Optional.of(!rules.get(i).negated());
            }
        }
        return Optional.empty();
    }
}
