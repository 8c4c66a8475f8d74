package dev.envgate.source;

import dev.envgate.ledger.Reader;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells whose code a file is by where it lies and what it is called. */
final class Roles {
    private static final Set<String> TEST_DIRECTORIES = Set.of(
            "test",
            "tests",
            "__tests__",
            "spec",
            "specs",
            "e2e",
            "cypress",
            "playwright",
            "testing",
            "fixtures",
            "__fixtures__",
            "__mocks__",
            "mocks",
            "testdata",
            "testutil",
            "testutils",
            "test-utils",
            "test_utils",
            "integration-tests",
            "integration_tests",
            "unittests",
            "androidtest",
            "test-helpers",
            "__snapshots__");
    private static final Pattern TEST_DIRECTORY = Pattern.compile(".*[.]?(?:Tests?|UnitTests|IntegrationTests|Specs)");
    private static final Pattern TEST_FILE = Pattern.compile(
            ".*[._-](?:test|tests|spec|e2e|cy|stories|mock|mocks|fixture)\\.[\\w.]+|test_.*\\.py|conftest\\.py|.*_test\\.\\w+|.*_spec\\.\\w+|.*(?:Test|Tests|Spec|IT|TestCase)\\.(?:java|kt|scala|groovy|cs|fs|vb|swift|php)"
                    + "|(?:jest|vitest|playwright|cypress|karma|wdio|protractor)[\\w.-]*\\.(?:conf|config|setup)[\\w.]*|(?:jest|vitest)[\\w.-]*setup[\\w.-]*|setupTests\\.\\w+|test[-_]?(?:setup|helper|utils?)\\.\\w+|tests?\\.(?:py|rb|exs|ts|js)");
    private static final Set<String> TOOLS_AT_THE_TOP = Set.of(
            "tools",
            "tooling",
            "scripts",
            "script",
            "hack",
            "ops",
            "devops",
            "ci",
            "deploy",
            "deployment",
            "deployments",
            "infra",
            "infrastructure",
            "terraform",
            "k8s",
            "kubernetes",
            "helm",
            "charts",
            "docs",
            "doc",
            "website",
            "examples",
            "example",
            "samples",
            "sample",
            "benchmarks",
            "benchmark",
            "bench",
            "cookbook",
            "notebooks",
            "templates-dev",
            "demo",
            "demos");
    private static final Set<String> TOOLS_ANYWHERE = Set.of(
            ".github",
            ".gitlab",
            ".circleci",
            ".buildkite",
            ".husky",
            ".devcontainer",
            ".storybook",
            ".vscode",
            "scripts",
            "examples",
            ".azure",
            ".woodpecker",
            ".claude",
            ".cursor",
            ".agents");
    private static final Pattern BUILD_FILE = Pattern.compile(
            "(?:next|vite|webpack|rollup|tailwind|postcss|babel|svelte|astro|nuxt|metro|tsup|esbuild|eslint|prettier|commitlint|drizzle|codegen|rspack|rsbuild|craco|vue|snowpack|remix|react-router|gatsby|release|lint-staged|stylelint|turbo|orval|electron)[\\w.-]*\\.(?:config|conf|rc)(?:\\.[\\w-]+)*\\.\\w+|[Gg]ulpfile.*|[Gg]runtfile.*|build\\.rs|.*\\.gradle(?:\\.kts)?|setup\\.py|noxfile\\.py|tasks\\.py|fabfile\\.py|codegen\\.ts|\\.eslintrc.*|webpack[\\w.-]*\\.js|next\\.config\\.\\w+|build\\.sbt|Package\\.swift|Rakefile|Gemfile|drizzle\\.config\\.\\w+");

    /** Shell that builds images, or changes what runs. */
    private static final Pattern DEPLOYING = Pattern.compile(
            "(?m)(?:^|[;&|(]|\\b(?:then|do|else|sudo))[ \\t]*+(?:terraform|tofu|kubectl|helm|docker|docker-compose|podman|awslocal|aws[ \\t]++(?:ecs|ecr|eks|cloudformation))[ \\t]");

    private static final Pattern SHELL_SCRIPT = Pattern.compile("(?i).*\\.(?:sh|bash|zsh|ksh)");

    /** What is called like this may start a container, whatever it does then. */
    private static final Pattern STARTING = Pattern.compile("(?i).*(?:entry|start|run|boot|serve|launch|cmd).*");

    private Roles() {}

    /**
     * @param parts the path, from the directory of the application on
     * @param kind what sort of file it is
     * @param text what stands in it
     */
    static Reader of(List<String> parts, Kind kind, String text) {
        Reader reader = of(parts, kind);
        return reader == Reader.TOOLING && deploys(parts.getLast(), text) ? Reader.DEPLOYMENT : reader;
    }

    private static boolean deploys(String file, String text) {
        return SHELL_SCRIPT.matcher(file).matches()
                && !STARTING.matcher(file).matches()
                && DEPLOYING.matcher(text).find();
    }

    /**
     * @param parts the path, from the directory of the application on
     * @param kind what sort of file it is
     */
    static Reader of(List<String> parts, Kind kind) {
        String file = parts.getLast();
        List<String> directories = parts.subList(0, parts.size() - 1);
        if (TEST_FILE.matcher(file).matches() || directories.stream().anyMatch(Roles::test)) {
            return Reader.TEST;
        }
        boolean top = !directories.isEmpty() && TOOLS_AT_THE_TOP.contains(directories.getFirst());
        if (kind.tooling()
                || top
                || directories.stream().anyMatch(TOOLS_ANYWHERE::contains)
                || file.startsWith(".gitlab-ci")) {
            return Reader.TOOLING;
        }
        return BUILD_FILE.matcher(file).matches() ? Reader.BUILD : Reader.APPLICATION;
    }

    private static boolean test(String directory) {
        return TEST_DIRECTORIES.contains(directory.toLowerCase(Locale.ROOT))
                || TEST_DIRECTORY.matcher(directory).matches();
    }
}
