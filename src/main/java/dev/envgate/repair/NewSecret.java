package dev.envgate.repair;

import dev.envgate.hcl.Body;
import dev.envgate.text.SourceFile;
import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A secret like another one, for another variable: its block, and where that belongs. */
record NewSecret(Reusable.Holder like, String from, String to) {
    /** What a copy has as well; what describes the other secret, or could be its value, is not among them. */
    private static final Set<String> KEPT =
            Set.of("kms_key_id", "recovery_window_in_days", "force_overwrite_replica_secret", "provider", "tags");

    /** Behind the other one; none where the other one's name does not show what this is to be called. */
    Optional<Edit> edit() {
        String label = NameForms.renamed(like.label(), from, to);
        boolean makes = like.block().type().equals("resource") && like.type().equals("aws_secretsmanager_secret");
        Optional<String> name = like.name()
                .map(Span::text)
                .filter(text -> !NameForms.renamed(text, from, to).equals(text))
                .map(text -> NameForms.renamed(text, from, to));
        if (!Trees.isNative(like.file()) || !makes || label.equals(like.label()) || name.isEmpty()) {
            return Optional.empty();
        }
        SourceFile file = like.file();
        Layout layout = new Layout(file);
        int end = closing(like.block());
        String newline = layout.newline(like.block().header().start());
        String block = newline
                + newline
                + new Block("resource \"%s\" \"%s\"".formatted(like.type(), label), lines(name.get())).text(newline);
        return Optional.of(Edit.insert(file.span(end, end), block));
    }

    /** Behind the brace that closes a block. */
    static int closing(Body.Block block) {
        Span body = block.body().span();
        String text = body.file().text();
        return body.end() > 0 && text.charAt(body.end() - 1) == '}' ? body.end() : text.indexOf('}', body.end()) + 1;
    }

    private List<Block.Line> lines(String name) {
        List<Block.Line> lines = new ArrayList<>();
        for (Body.Attribute each : like.block().body().attributes()) {
            String value = each.value().span().text();
            if (each.name().equals("name")) {
                lines.add(new Block.Line("name", name));
            } else if (KEPT.contains(each.name())
                    && NameForms.renamed(value, from, to).equals(value)) {
                lines.add(new Block.Line(each.name(), value));
            }
        }
        return lines;
    }
}
