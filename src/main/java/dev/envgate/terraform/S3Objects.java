package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Presence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the object of S3 that an ARN means among those that Terraform makes. */
final class S3Objects {
    private static final List<String> TYPES = List.of("aws_s3_object", "aws_s3_bucket_object");
    private static final String ARN = "arn:*:s3:::";

    /** The partition differs, and buckets of all have one space of names. */
    private static final String BEGINNING = "^arn:[^/:]*:s3:::";

    private final Run run;

    S3Objects(Run run) {
        this.run = run;
    }

    /** An instance of a block that makes an object. */
    record Found(ModuleInstance instance, String address, Body.Block block, Round round) {
        String full() {
            return instance.standing().address(address + round.key());
        }

        Optional<Value> written(String name) {
            return instance.resources().settled(address, block, round, name);
        }

        private boolean is(Pointed pointed) {
            return pointed.instance() == instance
                    && pointed.address().equals(address)
                    && pointed.round().key().equals(round.key());
        }
    }

    /** What is put into it; two blocks for one object do not decide it, nor does one that may not be there. */
    EnvFile content(Value arn) {
        List<Found> found = objects()
                .filter(each -> means(arn, each))
                .flatMap(each -> Stream.concat(Stream.of(each), objects().filter(other -> same(each, other))))
                .distinct()
                .toList();
        if (found.isEmpty()) {
            return new EnvFile.NotAsked("Terraform does not make it.");
        }
        Found object = found.getFirst();
        if (found.size() > 1) {
            return new EnvFile.NotSeen(
                    "Both `%s` and `%s` make it."
                            .formatted(object.full(), found.get(1).full()),
                    "");
        }
        return switch (TaskDefinitions.presence(object.instance(), object.block(), object.round())) {
            case Presence.Present _ -> new ObjectText(run, object).read();
            case Presence.Conditional(var _, String condition) ->
                new EnvFile.NotSeen("`%s` is there only when `%s`.".formatted(object.full(), condition), "");
            case Presence.Unknown(String why, var _) ->
                new EnvFile.NotSeen("Whether `%s` is there %s.".formatted(object.full(), why), "");
            case Presence.Absent _ -> new EnvFile.NotAsked("Terraform does not make it.");
        };
    }

    private Stream<Found> objects() {
        List<ModuleInstance> instances = List.copyOf(run.instances().values());
        return instances.stream()
                .flatMap(instance -> TYPES.stream()
                        .flatMap(instance.source()::all)
                        .flatMap(address -> instance.source().block(address).stream()
                                .flatMap(block -> instance.resources().rounds(address, block).stream()
                                        .map(round -> new Found(instance, address, block, round)))));
    }

    private boolean means(Value arn, Found object) {
        return new Keys(run)
                .pointed(arn)
                .filter(pointed -> TYPES.contains(pointed.type()))
                .map(pointed -> object.is(pointed) && pointed.attribute().equals("arn"))
                .orElseGet(() -> same(arn, object));
    }

    /** Whether bucket and key are the same texts, or made of the same things that are not known. */
    private boolean same(Value arn, Found object) {
        Optional<String> asked = sketch(arn, 0).map(text -> text.replaceFirst(BEGINNING, ARN));
        return asked.isPresent() && asked.equals(made(object));
    }

    private boolean same(Found one, Found other) {
        Optional<String> made = made(one);
        return made.isPresent() && made.equals(made(other));
    }

    private Optional<String> made(Found object) {
        return object.written("bucket")
                .flatMap(bucket -> sketch(bucket, 0))
                .flatMap(bucket ->
                        object.written("key").flatMap(key -> sketch(key, 0)).map(key -> ARN + bucket + "/" + key));
    }

    /** A text with what is not known by the name that stands for it; empty where that name may stand for several things. */
    private Optional<String> sketch(Value value, int steps) {
        StringBuilder text = new StringBuilder();
        for (Piece piece : Reason.pieces(value)) {
            Optional<String> part =
                    piece instanceof Piece.Hole(Value inside) ? hole(inside, steps) : Optional.of(piece.text());
            if (part.isEmpty()) {
                return Optional.empty();
            }
            text.append(part.get());
        }
        return Optional.of(text.toString());
    }

    private Optional<String> hole(Value value, int steps) {
        List<Case> cases = Case.of(value, Guard.ALWAYS);
        return cases.size() == 1
                        && cases.getFirst().value() instanceof Value.Unknown unknown
                        && unknown.symbol().round().isEmpty()
                ? Optional.of(Pointed.to(unknown.symbol(), run)
                        .flatMap(pointed -> named(pointed, steps))
                        .orElseGet(() -> "${" + unknown.symbol() + "}"))
                : Optional.empty();
    }

    /** A bucket and an object are told by their names, whatever is asked of them. */
    private Optional<String> named(Pointed pointed, int steps) {
        if (steps > 0) {
            return Optional.empty();
        }
        String asked = pointed.attribute();
        if (TYPES.contains(pointed.type()) && asked.equals("id")) {
            return pointed.written("key").flatMap(key -> sketch(key, steps + 1));
        }
        if (!pointed.type().equals("aws_s3_bucket")
                || !List.of("arn", "id", "bucket").contains(asked)) {
            return Optional.empty();
        }
        String name = pointed.written("bucket")
                .flatMap(bucket -> sketch(bucket, steps + 1))
                .orElseGet(() -> "${" + pointed.full() + "}");
        return Optional.of(asked.equals("arn") ? ARN + name : name);
    }
}
