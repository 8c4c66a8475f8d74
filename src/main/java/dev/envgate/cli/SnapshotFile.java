package dev.envgate.cli;

import dev.envgate.aws.AwsSettings;
import dev.envgate.aws.Query;
import dev.envgate.aws.Request;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.ImageEnv;
import dev.envgate.ledger.NotVerified;
import dev.envgate.ledger.Station;
import dev.envgate.ledger.StoresNotSeen;
import dev.envgate.snapshot.Replay;
import dev.envgate.snapshot.Sight;
import dev.envgate.snapshot.Snapshot;
import dev.envgate.snapshot.SnapshotKey;
import dev.envgate.snapshot.SnapshotText;
import dev.envgate.text.Directories;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Workspace;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A snapshot that is read instead of asking AWS; one that is too old, of the future or of another account tells nothing. */
record SnapshotFile(Snapshot snapshot, String path, boolean comparable, Age age, boolean future, Age most) {
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(5);
    private static final String SHALLOW = "The snapshot was made without `--deep`, so that nobody has read it.";
    private static final String ANEW = "Make it anew with `envgate snapshot -o %s`%s.";

    static SnapshotFile read(Path named, Age most, Console console) throws Misuse {
        Path file = console.directory().resolve(named).toAbsolutePath().normalize();
        Path parent = file.getParent() == null ? file : file.getParent();
        Workspace workspace = new Directories(
                console.directory(),
                List.of(
                        Directories.repository(console.directory(), console.directory()),
                        Directories.repository(parent, parent)));
        return switch (workspace.read(file)) {
            case Workspace.Read.Found(SourceFile found) -> read(found, most, console);
            case Workspace.Read.Refused(String why) ->
                throw new Misuse(
                        "The snapshot `%s` cannot be read: %s.".formatted(workspace.show(file), why),
                        "make it with `envgate snapshot -o FILE`.");
        };
    }

    private static SnapshotFile read(SourceFile file, Age most, Console console) throws Misuse {
        String secret = console.variable(Variable.ENVGATE_SNAPSHOT_KEY);
        return switch (SnapshotText.read(file, secret)) {
            case SnapshotText.Result.Found(Snapshot snapshot) -> {
                Duration passed = Duration.between(snapshot.time(), console.now());
                Age age = new Age(passed.isNegative() ? Duration.ZERO : passed);
                console.err()
                        .println("envgate: what AWS says is from the snapshot `%s`, which is %s old."
                                .formatted(file.path(), age));
                boolean comparable = snapshot.key().where() == SnapshotKey.Where.FILE || !secret.isEmpty();
                boolean future = passed.plus(CLOCKS_DIFFER).isNegative();
                yield new SnapshotFile(snapshot, file.path(), comparable, age, future, most);
            }
            case SnapshotText.Result.Refused refused -> throw new Misuse(List.of(refused.problem()));
        };
    }

    /** What it says of a target. */
    Live live(Pending target) {
        return switch (target.side()) {
            case Pending.LiveSide.Known(Live live) -> live;
            case Pending.LiveSide.Wanted(Request request) ->
                live(target, asked(request.queries().getFirst()), request);
        };
    }

    private Live live(Pending target, Sight.Asked asked, Request request) {
        if (future) {
            return nothing(
                    "The snapshot `%s` says that it was made in the future, so nobody knows how old it is."
                            .formatted(path),
                    "Set the clock of this machine, or make it anew with `envgate snapshot -o %s`.".formatted(path));
        }
        if (age.over(most)) {
            return nothing(
                    "The snapshot `%s` is %s old, and it may be %s old.".formatted(path, age, most),
                    ANEW.formatted(path, ", or allow more with `--max-age`"));
        }
        Optional<Sight> found = snapshot.sights().stream()
                .filter(each -> each.service().equals(target.target().name())
                        && each.environment().equals(target.target().environment())
                        && each.asked().equals(asked))
                .findFirst();
        return found.isEmpty()
                ? nothing(
                        "The snapshot `%s` was made without `%s`."
                                .formatted(path, asked.service().isEmpty() ? asked.family() : asked.service()),
                        ANEW.formatted(path, " and the same inputs"))
                : live(found.get(), target.settings(), request);
    }

    private Live live(Sight sight, AwsSettings wanted, Request request) {
        Identity identity = sight.identity();
        if (other(wanted.account(), identity.account()) || other(wanted.region(), identity.region())) {
            return nothing(
                    "The snapshot `%s` is of the account `%s` in `%s`, and `%s` is to be looked at."
                            .formatted(
                                    path,
                                    identity.account(),
                                    identity.region(),
                                    other(wanted.account(), identity.account()) ? wanted.account() : wanted.region()),
                    ANEW.formatted(path, " with the profile or role of that account"));
        }
        Live live = new Live(
                sight.deployment(),
                request.deep()
                        ? new DeepStores(new Replay(sight), SHALLOW, ANEW.formatted(path, " and `--deep`"))
                        : new Replay(sight),
                identity,
                sight.caller(),
                Stream.concat(sight.notVerified().stream(), incomparable()).toList());
        return request.images() && imageless(sight)
                ? live.withoutImages("the snapshot `%s` was made without it".formatted(path))
                : live;
    }

    private static boolean imageless(Sight sight) {
        return sight.deployment().definitions().stream()
                .flatMap(definition -> definition.containers().stream())
                .anyMatch(container -> container.image() instanceof ImageEnv.NotAsked);
    }

    private static boolean other(String wanted, String found) {
        return !wanted.isEmpty() && !found.isEmpty() && !wanted.equals(found);
    }

    private Stream<NotVerified> incomparable() {
        return comparable
                ? Stream.of()
                : Stream.of(new NotVerified(
                        Station.DEPLOYED,
                        "the values of `environment`",
                        "The snapshot has been made with a key, and `ENVGATE_SNAPSHOT_KEY` is not set.",
                        "Set `ENVGATE_SNAPSHOT_KEY` to the key that it was made with.",
                        NotVerified.Cause.NOT_ASKED));
    }

    private static Sight.Asked asked(Query query) {
        return SnapshotCommand.asked(query);
    }

    private static Live nothing(String why, String hint) {
        return new Live(new Deployment.NotSeen(why, hint), new StoresNotSeen(why, hint), Identity.NONE, "", List.of());
    }
}
