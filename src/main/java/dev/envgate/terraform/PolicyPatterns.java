package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Piece;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.PolicyPattern.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the actions and ARNs of a policy; a reference to a block is written out as the ARN that the block will have. */
final class PolicyPatterns {
    private static final int LONGEST = 8;

    /** A variable that AWS fills in when it evaluates the policy. */
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]{0,200}}");

    private final Run run;
    private final int steps;

    PolicyPatterns(Run run) {
        this(run, 0);
    }

    private PolicyPatterns(Run run, int steps) {
        this.run = run;
        this.steps = steps;
    }

    PolicyPattern read(Value value) {
        List<Part> parts = new ArrayList<>();
        Reason.pieces(value).forEach(piece -> parts.addAll(parts(piece)));
        return new PolicyPattern(parts);
    }

    private List<Part> parts(Piece piece) {
        return switch (piece) {
            case Piece.Known known -> withVariables(known.text());
            case Piece.Encoded encoded -> withVariables(encoded.text());
            case Piece.Hole(Value.Unknown unknown) -> reference(unknown).parts();
            case Piece.Hole hole -> List.of(new Part.Some(hole.text()));
        };
    }

    private static List<Part> withVariables(String text) {
        List<Part> parts = new ArrayList<>();
        Matcher variable = VARIABLE.matcher(text);
        int at = 0;
        while (variable.find()) {
            parts.add(new Part.Text(text.substring(at, variable.start())));
            parts.add(new Part.Some(text.substring(variable.start() + "${".length(), variable.end() - 1)));
            at = variable.end();
        }
        parts.add(new Part.Text(text.substring(at)));
        return parts;
    }

    private PolicyPattern reference(Value.Unknown unknown) {
        return steps > LONGEST
                ? some(unknown)
                : Pointed.to(unknown.symbol(), run).flatMap(this::arn).orElseGet(() -> some(unknown));
    }

    private static PolicyPattern some(Value.Unknown unknown) {
        return new PolicyPattern(List.of(new Part.Some(unknown.symbol().toString())));
    }

    private Optional<PolicyPattern> arn(Pointed pointed) {
        return switch (pointed.type() + "." + pointed.attribute()) {
            case "aws_secretsmanager_secret.arn", "aws_secretsmanager_secret.id" -> Optional.of(secret(pointed));
            case "aws_secretsmanager_secret_version.arn", "aws_secretsmanager_secret_version.secret_id" ->
                pointed.written("secret_id").map(id -> new PolicyPatterns(run, steps + 1).read(id));
            case "aws_ssm_parameter.arn" -> Optional.of(PolicyPattern.parameter(pointed.full(), name(pointed)));
            case "aws_kms_key.arn" ->
                pointed.isData() ? Optional.empty() : Optional.of(PolicyPattern.key(pointed.full()));
            case "aws_kms_alias.target_key_arn" ->
                pointed.written("target_key_id")
                        .flatMap(id -> new Keys(run).block(id))
                        .map(key -> PolicyPattern.key(key.full()));
            default -> Optional.empty();
        };
    }

    private PolicyPattern secret(Pointed pointed) {
        Optional<Value> arn = pointed.isData() ? pointed.written("arn") : Optional.empty();
        return arn.map(value -> new PolicyPatterns(run, steps + 1).read(value))
                .orElseGet(() -> PolicyPattern.secret(pointed.full(), name(pointed)));
    }

    private PolicyPattern name(Pointed pointed) {
        return pointed.written("name")
                .map(name -> new PolicyPatterns(run, steps + 1).read(name))
                .orElseGet(() -> new PolicyPattern(List.of(new Part.Some("the name of " + pointed.full()))));
    }
}
