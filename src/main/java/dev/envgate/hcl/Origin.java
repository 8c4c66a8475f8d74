package dev.envgate.hcl;

import dev.envgate.text.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a value was born and how it came here.
 *
 * @param born the expression that wrote the value
 * @param hops the names it went through on its way, first hop first: a local, a module's argument, a template's variable
 * @param sensitive whether Terraform would hide it
 */
public record Origin(Span born, List<Hop> hops, boolean sensitive) {
    public Origin {
        hops = List.copyOf(hops);
    }

    /** One name on the way, as written, and where it is written: {@code local.common_env}. */
    public record Hop(String name, Span at) {}

    public static Origin at(Span born) {
        return new Origin(born, List.of(), false);
    }

    /** The same origin, seen through one more name. */
    public Origin through(String name, Span at) {
        List<Hop> longer = new ArrayList<>(hops);
        longer.add(new Hop(name, at));
        return new Origin(born, longer, sensitive);
    }

    /** The same origin, seen through more names, of which it may have some already. */
    public Origin behind(List<Hop> more) {
        if (hops.isEmpty()) {
            return more.isEmpty() ? this : new Origin(born, more, sensitive);
        }
        Set<Hop> all = new LinkedHashSet<>(hops);
        return all.addAll(more) ? new Origin(born, new ArrayList<>(all), sensitive) : this;
    }

    public Origin asSensitive() {
        return new Origin(born, hops, true);
    }
}
