package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.Changed;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.terraform.S3Objects.Found;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import dev.envgate.text.Workspace;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads what a block puts into its object, as the environment file of a container. Values go no further than this class. */
final class ObjectText {
    private static final Changed ONCE = new Changed.Unknown("Terraform does not tell when it was applied");

    /** Stands for a value that is not known: it has no blank, no quote and no line break, as what comes from AWS. */
    private static final String SOME = "x";

    /** Stands for what may be any number of lines. */
    private static final String ANY = String.valueOf(SourceFile.STRAY);

    private final Run run;
    private final Found object;

    ObjectText(Run run, Found object) {
        this.run = run;
        this.object = object;
    }

    EnvFile read() {
        for (String argument : List.of("content", "source")) {
            Optional<Value> value = object.written(argument);
            if (value.isPresent()) {
                return kept(argument) ? kept() : read(argument, value.get());
            }
        }
        return notSeen("has neither `content` nor `source` that is known");
    }

    private boolean kept(String argument) {
        return !Lifecycle.ignored(object.instance(), object.block(), argument).isEmpty();
    }

    private EnvFile kept() {
        return notSeen("has `ignore_changes`, so that what is in it may be from elsewhere");
    }

    private EnvFile notSeen(String why) {
        return new EnvFile.NotSeen("`%s` %s.".formatted(object.full(), why), "");
    }

    private EnvFile read(String argument, Value value) {
        List<Case> cases = Case.of(value, Guard.ALWAYS);
        if (cases.size() != 1 || !(cases.getFirst().value() instanceof Value.Str text)) {
            return notSeen(
                    "has a `%s` that %s".formatted(argument, Reason.cause(value).reason()));
        }
        return argument.equals("content") ? content(text) : source(text);
    }

    private EnvFile source(Value.Str path) {
        if (!path.known()) {
            return notSeen("has a `source` that " + Reason.cause(path).reason());
        }
        try {
            return switch (run.workspace().read(Path.of(path.text()))) {
                case Workspace.Read.Found(SourceFile file) ->
                    written(new Place.InFile(file.all()), file.text(), List.of());
                case Workspace.Read.Refused(String why) ->
                    notSeen("is made of `%s`, which cannot be read: %s".formatted(path.text(), why));
            };
        } catch (InvalidPathException e) {
            return notSeen("has a `source` that is no path of a file");
        }
    }

    private EnvFile content(Value.Str text) {
        StringBuilder whole = new StringBuilder();
        List<Gap> gaps = new ArrayList<>();
        for (Piece piece : text.pieces()) {
            if (!(piece instanceof Piece.Hole(Value hole))) {
                whole.append(piece.text());
            } else if (behindSign(whole)) {
                whole.append(SOME);
            } else {
                gaps.add(Reason.gap("a line of `%s`".formatted(object.full()), hole));
                whole.append(ANY);
            }
        }
        return written(place(text, whole), certain(whole.toString()), gaps);
    }

    /** The lines of which it is known where they begin; the others are left blank. */
    private static String certain(String text) {
        return text.lines().map(line -> line.contains(ANY) ? "" : line).collect(Collectors.joining("\n"));
    }

    /** Whether what comes next is part of a value. */
    private static boolean behindSign(CharSequence text) {
        String line = text.toString();
        return line.indexOf('=', line.lastIndexOf('\n') + 1) >= 0;
    }

    /** The file itself where its text is taken as it is, else the argument: a template has other lines. */
    private Place place(Value.Str text, CharSequence whole) {
        Span born = text.origin().born();
        boolean verbatim =
                text.known() && born.equals(born.file().all()) && born.text().contentEquals(whole);
        return verbatim
                ? new Place.InFile(born)
                : object.block()
                        .body()
                        .attribute("content")
                        .map(Body.Attribute::nameSpan)
                        .<Place>map(Place.InFile::new)
                        .orElseGet(() -> object.instance().place(object.block()));
    }

    private EnvFile written(Place place, String text, List<Gap> gaps) {
        return new EnvFile.Written(object.full(), place, EnvFile.parse(text, ONCE), gaps);
    }
}
