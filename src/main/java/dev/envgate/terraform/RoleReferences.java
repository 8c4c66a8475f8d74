package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.RoleReference;
import dev.envgate.ledger.Symbolic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads which role {@code execution_role_arn} and {@code task_role_arn} name. */
final class RoleReferences {
    private static final String TYPE = "aws_iam_role";

    private final Run run;

    RoleReferences(Run run) {
        this.run = run;
    }

    /** What an instance of a task definition says; a stand-in that says nothing does not know. */
    RoleReference read(ModuleInstance instance, Body.Block block, Round round, String attribute) {
        return instance.resources()
                .written(block, round, attribute)
                .map(this::read)
                .orElseGet(() -> instance.source().standIn() ? unread(instance) : new RoleReference.None());
    }

    private static RoleReference unread(ModuleInstance instance) {
        String why = instance.module().isEmpty()
                ? "the module is not on disk"
                : "`%s` is not on disk".formatted(instance.module());
        return new RoleReference.Unclear(why, instance.standing().call());
    }

    RoleReference read(Value value) {
        List<Case> cases = Case.of(value, Guard.ALWAYS);
        return cases.size() == 1 ? only(cases.getFirst().value()) : unclear(value);
    }

    private RoleReference only(Value value) {
        return switch (value) {
            case Value.Null _ -> new RoleReference.None();
            case Value.Unknown unknown -> pointed(unknown, Set.of("arn")).orElseGet(() -> unclear(unknown));
            case Value.Str text when text.known() -> named(text);
            case Value.Str text -> byName(text).orElseGet(() -> named(text));
            case Value.Bool _, Value.Num _, Value.Seq _, Value.Dict _, Value.Choice _ -> unclear(value);
        };
    }

    /** An empty text is no role, as in a module whose argument defaults to one. */
    private static RoleReference named(Value.Str text) {
        Symbolic symbolic = Reason.symbolic(text);
        return symbolic.parts().isEmpty() ? new RoleReference.None() : new RoleReference.Named(symbolic);
    }

    /** <code>arn:aws:iam::…:role/${aws_iam_role.x.name}</code> means the block. */
    private Optional<RoleReference> byName(Value.Str text) {
        List<Piece> pieces = text.pieces();
        return pieces.size() > 1
                        && pieces.getLast() instanceof Piece.Hole(Value.Unknown last)
                        && pieces.get(pieces.size() - 2).text().endsWith(":role/")
                ? pointed(last, Set.of("name", "id"))
                : Optional.empty();
    }

    private Optional<RoleReference> pointed(Value.Unknown unknown, Set<String> attributes) {
        return Pointed.to(unknown.symbol(), run)
                .filter(pointed -> pointed.type().equals(TYPE) && attributes.contains(pointed.attribute()))
                .map(pointed -> new RoleReference.Block(
                        pointed.full(), pointed.instance().place(pointed.block())));
    }

    private static RoleReference unclear(Value value) {
        return new RoleReference.Unclear(
                Reason.cause(value).reason(),
                new Place.InFile(Reason.cause(value).place()));
    }
}
