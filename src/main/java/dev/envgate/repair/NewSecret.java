package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A secret or a parameter like another one, for another variable: its block, and where that belongs. */
record NewSecret(Reusable.Holder like, String from, String to, Reusable module) {
    private static final String SECRET = "aws_secretsmanager_secret";

    /** What a copy has as well; what describes the other secret, or could be its value, is not among them. */
    private static final Set<String> KEPT = Set.of(
            "kms_key_id",
            "key_id",
            "type",
            "tier",
            "recovery_window_in_days",
            "force_overwrite_replica_secret",
            "provider",
            "tags");

    /** A value that stands there until somebody gives another one. */
    private static final Pattern STAND_IN = Pattern.compile(
            "\"(?i)([^\"$]*(change|placeholder|to-?do|dummy|replace|set.?me|set.?by|to.be.set|fill|initial|unset|manual)[^\"$]*|\\s*|-)\"");

    /** What has to be written for it, and what a person has to do besides. */
    record Made(List<Edit> edits, String remark) {}

    /** Behind the other one; none where the other one's name does not show what this is to be called. */
    Optional<Made> made() {
        Optional<Body.Attribute> name = like.named()
                .filter(each -> !renamed(each).equals(each.value().span().text()));
        boolean makes = like.block().type().equals("resource") && Trees.isNative(like.file());
        if (!makes || label().equals(like.label()) || name.isEmpty()) {
            return Optional.empty();
        }
        return like.type().equals(SECRET)
                ? Optional.of(
                        new Made(
                                List.of(behind(like.block(), block(lines(name.get()), ""))),
                                "The secret is made without a value: give it one with `aws secretsmanager put-secret-value` before the deploy."))
                : like.block().body().attribute("value").flatMap(value -> parameter(name.get(), value));
    }

    private String label() {
        return NameForms.renamed(like.label(), from, to);
    }

    private String renamed(Body.Attribute attribute) {
        return NameForms.renamed(attribute.value().span().text(), from, to);
    }

    /** A block behind another one. */
    static Edit behind(Body.Block block, String text) {
        SourceFile file = block.body().span().file();
        int end = closing(block);
        String newline = new Layout(file).newline(block.header().start());
        return Edit.insert(file.span(end, end), ("\n\n" + text).replace("\n", newline));
    }

    private String block(List<Block.Line> lines, String inside) {
        String text = new Block("resource \"%s\" \"%s\"".formatted(like.type(), label()), lines).text("\n");
        return inside.isEmpty() ? text : text.substring(0, text.length() - 1) + "\n  " + inside + "\n}";
    }

    /** A parameter is not made without a value: it has a variable of its own, or what stands in until somebody gives it one. */
    private Optional<Made> parameter(Body.Attribute name, Body.Attribute value) {
        List<Block.Line> lines = new ArrayList<>(lines(name));
        String written = value.value().span().text();
        Optional<Body.Block> kept = like.block().body().blocks().stream()
                .filter(each -> each.type().equals("lifecycle")
                        && each.body()
                                .attribute("ignore_changes")
                                .filter(ignored -> ignored.value().span().text().matches("(?s).*\\bvalue\\b.*"))
                                .isPresent())
                .findFirst();
        if (kept.isPresent() && STAND_IN.matcher(written).matches()) {
            lines.add(new Block.Line("value", written));
            Span span = kept.get().body().span();
            String text = span.file().text().substring(kept.get().header().start(), closing(kept.get()));
            return Optional.of(new Made(
                    List.of(behind(like.block(), block(lines, text.replace("\r\n", "\n")))),
                    "The parameter is made with what stands in for a value: give it one before the deploy."));
        }
        return ModuleVariable.named(written)
                .flatMap(variable -> new ModuleVariable(module).like(variable, from, to))
                .map(variable -> {
                    lines.add(new Block.Line("value", variable.text()));
                    List<Edit> edits = new ArrayList<>(List.of(behind(like.block(), block(lines, ""))));
                    edits.addAll(variable.besides());
                    return new Made(edits, variable.remark());
                });
    }

    /** Behind the brace that closes a block. */
    static int closing(Body.Block block) {
        Span body = block.body().span();
        String text = body.file().text();
        return body.end() > 0 && text.charAt(body.end() - 1) == '}' ? body.end() : text.indexOf('}', body.end()) + 1;
    }

    private List<Block.Line> lines(Body.Attribute name) {
        List<Block.Line> lines = new ArrayList<>();
        for (Body.Attribute each : like.block().body().attributes()) {
            String value = each.value().span().text();
            if (each.name().equals(name.name())) {
                lines.add(new Block.Line(name.name(), renamed(name)));
            } else if (KEPT.contains(each.name()) && renamed(each).equals(value)) {
                lines.add(new Block.Line(each.name(), value));
            }
        }
        return lines;
    }
}
