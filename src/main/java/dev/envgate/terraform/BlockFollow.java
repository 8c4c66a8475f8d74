package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.ledger.Arn;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.Reference.Target;
import java.util.Optional;
import java.util.Set;

/** Finds secrets and parameters through the blocks that make them or look them up: a block often says the name. */
final class BlockFollow implements Follow {
    private static final int LONGEST = 8;
    private static final Set<String> IDENTITY = Set.of("arn", "id");

    private final Run run;
    private final Home home;
    private final int steps;

    /** @param home where the task definition is made, whose service asks in its own region */
    BlockFollow(Run run, Home home) {
        this(run, home, 0);
    }

    private BlockFollow(Run run, Home home, int steps) {
        this.run = run;
        this.home = home;
        this.steps = steps;
    }

    @Override
    public Target target(Value.Unknown unknown) {
        return steps > LONGEST
                ? References.unclear(unknown)
                : Pointed.to(unknown.symbol(), run).flatMap(this::target).orElseGet(() -> References.unclear(unknown));
    }

    @Override
    public EnvFile file(Value arn) {
        return new S3Objects(run).content(arn);
    }

    private Optional<Target> target(Pointed pointed) {
        return switch (pointed.type()) {
            case "aws_secretsmanager_secret" -> secret(pointed);
            case "aws_secretsmanager_secret_version" -> version(pointed);
            case "aws_ssm_parameter" -> parameter(pointed);
            case "aws_db_instance", "aws_rds_cluster", "aws_redshift_cluster" -> managed(pointed);
            default -> Optional.empty();
        };
    }

    private Optional<Target> secret(Pointed pointed) {
        if (!IDENTITY.contains(pointed.attribute())) {
            return Optional.empty();
        }
        Optional<Value> name = pointed.written("name");
        Optional<Value> arn = pointed.isData() ? pointed.written("arn") : Optional.empty();
        return name.map(value -> secretName(value, pointed))
                .or(() -> arn.map(value -> secretId(value, pointed)))
                .or(() -> Optional.of(unnamed(pointed)));
    }

    private Target secretName(Value name, Pointed pointed) {
        return Reason.text(name).map(text -> secretName(text, pointed)).orElseGet(() -> References.unclear(name));
    }

    private Target secretName(String name, Pointed pointed) {
        Home there = pointed.instance().resources().home(pointed.block(), pointed.round());
        return there.same(home)
                ? new Target.SecretName(name, pointed.full())
                : elsewhere(
                        there,
                        pointed,
                        new Arn("", "secretsmanager", there.region(), there.account(), "secret:" + name));
    }

    /** ECS asks in the region of an ARN, and so must we. */
    private Target elsewhere(Home there, Pointed pointed, Arn arn) {
        if (there.open() || there.region().isEmpty() || (there.account().isEmpty() && !there.sameKeys(home))) {
            return new Target.Unclear(
                    "is made by the provider `%s`, and it is not known in which region or account"
                            .formatted(there.provider()),
                    new Place.InFile(pointed.block().header()));
        }
        return arn.service().equals("ssm") ? new Target.ParameterArn(arn) : new Target.SecretArn(arn);
    }

    private static Target unnamed(Pointed pointed) {
        String why = pointed.written("name_prefix").isPresent()
                ? "`%s` has a `name_prefix`, and the rest of its name is made at apply"
                : "`%s` says no name";
        return new Target.Unclear(
                why.formatted(pointed.full()), new Place.InFile(pointed.block().header()));
    }

    private Optional<Target> version(Pointed pointed) {
        return Set.of("arn", "secret_id").contains(pointed.attribute())
                ? pointed.written("secret_id").map(id -> secretId(id, pointed))
                : Optional.empty();
    }

    /** What {@code secret_id} takes: an ARN, a name, or a reference to either. */
    private Target secretId(Value id, Pointed pointed) {
        Optional<String> text = Reason.text(id);
        if (text.isPresent() && !text.get().startsWith("arn:")) {
            return secretName(text.get(), pointed);
        }
        return new References(new BlockFollow(run, home, steps + 1)).read(id).target();
    }

    private Optional<Target> parameter(Pointed pointed) {
        return Set.of("arn", "id", "name").contains(pointed.attribute())
                ? pointed.written("name").map(name -> parameterName(name, pointed))
                : Optional.empty();
    }

    private Target parameterName(Value name, Pointed pointed) {
        return Reason.text(name).map(text -> parameterName(text, pointed)).orElseGet(() -> References.unclear(name));
    }

    /** A bare name means the task's own region, wherever its block makes it. */
    private Target parameterName(String name, Pointed pointed) {
        Home there = pointed.instance().resources().home(pointed.block(), pointed.round());
        String resource = "parameter" + (name.startsWith("/") ? "" : "/") + name;
        return there.same(home) || !pointed.attribute().equals("arn")
                ? new Target.ParameterName(name, pointed.full())
                : elsewhere(there, pointed, new Arn("", "ssm", there.region(), there.account(), resource));
    }

    private static Optional<Target> managed(Pointed pointed) {
        String why = "is the secret that AWS makes for `%s` and names itself".formatted(pointed.full());
        return pointed.attribute().startsWith("master_user_secret")
                ? Optional.of(
                        new Target.Unclear(why, new Place.InFile(pointed.block().header())))
                : Optional.empty();
    }
}
