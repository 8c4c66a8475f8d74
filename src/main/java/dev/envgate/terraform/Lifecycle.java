package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import dev.envgate.hcl.Expression;
import dev.envgate.hcl.TemplatePart;
import dev.envgate.ledger.Place;
import java.util.List;
import java.util.stream.Stream;

/** Reads where a block tells Terraform to ignore changes: {@code lifecycle { ignore_changes = [task_definition] }}. */
final class Lifecycle {
    private Lifecycle() {}

    /** The places that name the attribute, or {@code all}. */
    static List<Place> ignored(ModuleInstance instance, Body.Block block, String attribute) {
        return block.body()
                .blocks("lifecycle")
                .flatMap(lifecycle -> lifecycle.body().attribute("ignore_changes").stream())
                .flatMap(changes -> items(changes.value()))
                .filter(item -> names(item, attribute))
                .map(item -> instance.source().standIn() ? instance.place(block) : new Place.InFile(item.span()))
                .toList();
    }

    private static Stream<Expression> items(Expression changes) {
        return changes instanceof Expression.Tuple tuple ? tuple.items().stream() : Stream.of(changes);
    }

    /** Old code writes the names in quotes; {@code container_definitions[0].image} ignores a part of it. */
    private static boolean names(Expression item, String attribute) {
        String name = name(item);
        return name.equals("all") || name.equals("*") || name.equals(attribute);
    }

    private static String name(Expression item) {
        return switch (item) {
            case Expression.Root root -> root.name();
            case Expression.Attribute step -> name(step.object());
            case Expression.Index step -> name(step.collection());
            case Expression.Template template ->
                template.parts().size() == 1 && template.parts().getFirst() instanceof TemplatePart.Text text
                        ? text.text()
                        : "";
            default -> "";
        };
    }
}
