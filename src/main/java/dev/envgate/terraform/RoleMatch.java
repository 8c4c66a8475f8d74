package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Symbolic;
import dev.envgate.terraform.IamSurvey.Found;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells whether something that names a role names a certain one. */
final class RoleMatch {
    private final Run run;
    private final Found role;
    private final Symbolic name;

    RoleMatch(Run run, Found role) {
        this.run = run;
        this.role = role;
        this.name = RoleReader.name(role);
    }

    /** What a value that names a role, or a list of values, says of this one. */
    Agreement is(Value value) {
        List<Agreement> answers = Case.of(value, Guard.ALWAYS).stream()
                .flatMap(one -> one.value() instanceof Value.Seq sequence
                        ? sequence.elements().stream().map(this::element)
                        : Stream.of(single(one.value())))
                .toList();
        boolean list = Case.of(value, Guard.ALWAYS).stream().anyMatch(one -> one.value() instanceof Value.Seq);
        if (list && answers.contains(Agreement.SAME)) {
            return Agreement.SAME;
        }
        return answers.stream().distinct().count() == 1
                ? answers.getFirst()
                : answers.isEmpty() ? Agreement.DIFFERENT : Agreement.UNKNOWN;
    }

    private Agreement element(Value.Element element) {
        return element instanceof Value.Element.One(Value value, Guard guard) && guard.always()
                ? is(value)
                : Agreement.UNKNOWN;
    }

    private Agreement single(Value value) {
        return switch (value) {
            case Value.Unknown unknown ->
                Pointed.to(unknown.symbol(), run).map(this::pointed).orElse(Agreement.UNKNOWN);
            case Value.Str text -> named(Reason.symbolic(text));
            case Value.Null _ -> Agreement.DIFFERENT;
            case Value.Bool _, Value.Num _, Value.Seq _, Value.Dict _, Value.Choice _ -> Agreement.UNKNOWN;
        };
    }

    private Agreement pointed(Pointed pointed) {
        if (pointed.full().equals(role.full())) {
            return Agreement.SAME;
        }
        boolean other = pointed.type().equals("aws_iam_role") && !pointed.isData() && !isOpen(pointed.round());
        return other && !isOpen(role.round()) ? Agreement.DIFFERENT : Agreement.UNKNOWN;
    }

    /** Whether an instance stands for any number of instances. */
    static boolean isOpen(Round round) {
        return round.key().equals("[*]") || !round.doubts().isEmpty();
    }

    /** A name that Terraform makes up is not written anywhere. */
    private Agreement named(Symbolic written) {
        if (name.parts().isEmpty()) {
            return written.known() ? Agreement.DIFFERENT : Agreement.UNKNOWN;
        }
        return written.equals(name) ? Agreement.SAME : pattern(written).covers(pattern(name));
    }

    private static PolicyPattern pattern(Symbolic text) {
        return new PolicyPattern(text.parts().stream()
                .<PolicyPattern.Part>map(part -> switch (part) {
                    case Symbolic.Part.Known(String known) -> new PolicyPattern.Part.Text(known);
                    case Symbolic.Part.Hole(String expression) -> new PolicyPattern.Part.Some(expression);
                })
                .toList());
    }

    /** Whether the arguments of a module that is not on disk tell it of the role, so that it may give it something. */
    boolean mentionedIn(IamSurvey.Unread unread) {
        return unread.call().body().attributes().stream()
                .filter(argument -> !argument.name().equals("source"))
                .anyMatch(argument -> mentions(run.evaluate(argument.value(), unread.caller())));
    }

    private boolean mentions(Value value) {
        return switch (value) {
            case Value.Unknown unknown ->
                Pointed.to(unknown.symbol(), run)
                        .map(pointed -> pointed.full().equals(role.full())
                                || pointed.address().equals(role.address()))
                        .orElse(false);
            case Value.Str text -> text.pieces().stream().anyMatch(this::mentions);
            case Value.Choice choice -> mentions(choice.whenTrue()) || mentions(choice.whenFalse());
            case Value.Seq sequence -> sequence.elements().stream().anyMatch(this::mentions);
            case Value.Dict mapping -> mapping.pairs().stream().anyMatch(this::mentions);
            case Value.Null _, Value.Bool _, Value.Num _ -> false;
        };
    }

    private boolean mentions(Value.Piece piece) {
        return switch (piece) {
            case Value.Piece.Known known ->
                Optional.of(name.toString()).filter(text -> !text.isEmpty()).stream()
                        .anyMatch(text -> known.text().contains(text));
            case Value.Piece.Encoded encoded -> mentions(encoded.structure());
            case Value.Piece.Hole hole -> mentions(hole.value());
        };
    }

    private boolean mentions(Value.Element element) {
        return element instanceof Value.Element.One one && mentions(one.value());
    }

    private boolean mentions(Value.Pair pair) {
        return pair instanceof Value.Pair.One one && mentions(one.value());
    }
}
