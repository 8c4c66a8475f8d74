package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.FleetPrivilege;
import dev.envgate.aws.Grant;
import dev.envgate.fleet.Task;
import dev.envgate.ledger.Wildcard;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The permissions that a fleet needs: of who runs it, and of the roles that read for it in their accounts. */
@Command(
        name = "iam-policy",
        sortOptions = false,
        description =
                "Prints the IAM policy that who runs `fleet check` with the same options needs, and nothing more: to take on the roles "
                        + "that read, or to read where there is none. AWS is not asked.")
final class FleetPolicyCommand implements Callable<ExitCode> {
    private final Console console;
    private final AwsSettings settings;

    @Option(
            names = "--of-roles",
            description = "Print what the roles need that are taken on: one policy, which does for each of them.")
    private boolean ofRoles;

    @Mixin
    private FleetOptions options = new FleetOptions();

    @Mixin
    private AwsOptions aws = new AwsOptions();

    FleetPolicyCommand(Console console, AwsSettings settings) {
        this.console = console;
        this.settings = settings;
    }

    /**
     * A part of what is read.
     *
     * @param role that reads it; empty for who runs the fleet
     */
    private record Read(String role, List<Grant> grants) {}

    @Override
    public ExitCode call() throws Misuse {
        aws.requireMany();
        options.check();
        if (aws.asksNobody()) {
            throw new Misuse(
                    "Nothing is asked of AWS with these options, so no permission is needed.",
                    "leave out `--offline`.");
        }
        console.out().print(IamPolicyCommand.json(grants(reads())));
        return ExitCode.OPEN;
    }

    private List<Grant> grants(List<Read> reads) throws Misuse {
        SortedSet<String> roles = new TreeSet<>();
        List<Grant> grants = new ArrayList<>();
        for (Read each : reads) {
            if (!each.role().isEmpty()) {
                roles.add(each.role());
            }
            if (each.role().isEmpty() != ofRoles) {
                grants.addAll(each.grants());
            }
        }
        if (ofRoles && roles.isEmpty()) {
            throw new Misuse(
                    "No role is taken on with these options.",
                    "leave `--of-roles` out, or name the roles as the run does: `--account-roles`, `--role-arn`, or `role` in a configuration.");
        }
        if (!ofRoles && !roles.isEmpty()) {
            grants.add(FleetPrivilege.of(List.copyOf(roles)));
        }
        if (grants.isEmpty()) {
            throw new Misuse("The fleet has no service.", "name it as for `envgate fleet check`.");
        }
        return Grant.merged(grants);
    }

    private List<Read> reads() throws Misuse {
        FleetSelection selection = new FleetSelection(console, options, aws, settings);
        List<Read> reads = new ArrayList<>();
        for (Task each : selection.configured()) {
            reads.addAll(configured(console.directory()
                    .toAbsolutePath()
                    .resolve(each.unit().key())
                    .normalize()));
        }
        if (options.all()) {
            for (FleetSelection.Place each : selection.places()) {
                reads.add(new Read(
                        each.settings().role().arn(),
                        new FleetPrivilege(
                                        options.clusters().stream()
                                                .map(Wildcard::text)
                                                .toList(),
                                        each.settings().region(),
                                        aws.readsFiles(),
                                        aws.deep(),
                                        aws.imageEnv())
                                .grants()));
            }
        }
        return reads;
    }

    private List<Read> configured(Path file) throws Misuse {
        Console there = file.getParent() == null ? console : console.in(file.getParent());
        ConfigOptions config = ConfigOptions.of(file, options.environments());
        InputOptions inputs = new InputOptions();
        inputs.passOverCode();
        List<Read> reads = new ArrayList<>();
        for (Pending each :
                new Gathering(there, ConfigFile.find(config, there), config, inputs, aws, settings).allPending()) {
            reads.add(new Read(
                    each.settings().role().arn(), IamPolicyCommand.grants(each).toList()));
        }
        return reads;
    }
}
