package dev.envgate.repair;

import dev.envgate.ledger.Reference;
import dev.envgate.text.SourceFile;
import java.util.stream.Stream;

/** What a new entry is to refer to. */
sealed interface Referent {
    /** What those beside it lead to. */
    record Found() implements Referent {}

    /** An expression of Terraform. */
    record Expression(String text) implements Referent {}

    /** What runs refers to. */
    record Running(Reference reference) implements Referent {}

    /**
     * What another container has, as it is written there; it means the same in the same module only.
     *
     * @param secret whether it is no plain value
     */
    record Copied(String text, Node.Dialect dialect, SourceFile file, boolean secret) implements Referent {}

    /** How that is written in a module; nothing where it cannot be written so. */
    default Stream<Suggestion> suggestions(Node.Dialect dialect, Reusable module) {
        return switch (this) {
            case Found _ -> Stream.of();
            case Expression(String text) ->
                !dialect.expressions() ? Stream.of() : Stream.of(Suggestion.of(Quoted.expression(text, "", dialect)));
            case Running(Reference reference) ->
                Stream.concat(
                        module.madeFor(reference, dialect),
                        Stream.of(Suggestion.of(Quoted.text(reference.text(), dialect))));
            case Copied copied ->
                copied.dialect() == dialect
                                && module.files().stream()
                                        .anyMatch(each ->
                                                each.path().equals(copied.file().path()))
                        ? Stream.of(Suggestion.of(copied.text()))
                        : Stream.of();
        };
    }
}
