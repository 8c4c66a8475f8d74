package dev.envgate.config;

import dev.envgate.ledger.Kept;
import dev.envgate.ledger.Place;
import dev.envgate.text.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads the keys that say where the facts of a service are. */
final class WhereaboutsReader {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]{2,9}){1,2}-[0-9]{1,2}");
    private static final Pattern ROLE = Pattern.compile("arn:aws[a-z-]{0,10}:iam::[0-9]{12}:role/[\\w+=,.@/-]{1,576}");
    private static final Pattern PREFIX = Pattern.compile(Kept.PREFIX);
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][\\w-]{0,200}");

    private final List<Problem> problems;

    WhereaboutsReader(List<Problem> problems) {
        this.problems = problems;
    }

    Whereabouts read(Section section) {
        Whereabouts read = new Whereabouts(
                section.texts("contract"),
                section.text("terraform"),
                section.texts("var-files"),
                section.table("vars"),
                section.text("workspace"),
                section.text("task-definition"),
                section.text("cluster"),
                section.text("service"),
                section.texts("containers"),
                section.text("account"),
                section.text("region"),
                section.text("profile"),
                section.text("role"),
                section.texts("secret-prefixes"),
                section.texts("source"),
                section.texts("exclude"),
                new EndpointReader(problems).read(section));
        check(read);
        return read;
    }

    private void check(Whereabouts read) {
        shape(read.account(), ACCOUNT, "An AWS account is a number of twelve digits.", "Write it like `123456789012`.");
        shape(read.region(), REGION, "This is not the name of an AWS region.", "Write it like `us-east-1`.");
        shape(
                read.role(),
                ROLE,
                "This is not the ARN of a role.",
                "Write it like `arn:aws:iam::123456789012:role/deploy`.");
        read.prefixes()
                .forEach(each -> shape(
                        each,
                        PREFIX,
                        "No name of a secret or a parameter begins so.",
                        "Write the beginning that they share, like `shop/dev/`."));
        paths(read).forEach(this::path);
        read.vars().forEach(this::variable);
        read.smoke().stream()
                .filter(each -> Path.of(each.body()).isAbsolute())
                .flatMap(each -> each.place() instanceof Place.InFile(var span) ? Stream.of(span) : Stream.of())
                .forEach(span -> problems.add(new Problem(
                        span,
                        "The `body` of an endpoint must be a path relative to the configuration's directory.",
                        "Write it like `smoke/request.json`.",
                        true)));
        if (read.terraform().given() && read.taskDefinition().given()) {
            problems.add(new Problem(
                    read.taskDefinition().span(),
                    "`terraform` and `task-definition` are both given.",
                    "Keep the one that the deploy is made from.",
                    true));
        }
    }

    private static Stream<Setting> paths(Whereabouts read) {
        return Stream.of(
                        read.contract().stream(),
                        Stream.of(read.terraform(), read.taskDefinition()),
                        read.varFiles().stream(),
                        read.source().stream())
                .flatMap(each -> each)
                .filter(Setting::given);
    }

    private void path(Setting setting) {
        if (setting.text().indexOf('\0') >= 0 || Path.of(setting.text()).isAbsolute()) {
            problems.add(new Problem(
                    setting.span(),
                    "A path must be relative to the configuration's directory.",
                    "Write it like `infra/api`; another checkout is named with an option of the command.",
                    true));
        }
    }

    private void variable(String name, Setting value) {
        if (!VARIABLE.matcher(name).matches() && value.given()) {
            problems.add(new Problem(
                    value.span(),
                    "The key is not the name of a Terraform variable.",
                    "Write it like `image_tag: latest`."));
        }
    }

    private void shape(Setting setting, Pattern shape, String message, String hint) {
        if (setting.given() && !shape.matcher(setting.text()).matches()) {
            problems.add(new Problem(setting.span(), message, hint, true));
        }
    }
}
