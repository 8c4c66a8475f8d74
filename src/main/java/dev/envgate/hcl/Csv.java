package dev.envgate.hcl;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.List;

/** Reads comma-separated values as {@code csvdecode} does: the first line names the columns. */
final class Csv {
    /** More than this is too heavy in any case, because each cell becomes a pair with a key. */
    private static final long MOST_CELLS = Budget.WEIGHT / 64;

    private final String text;
    private final KnownText places;
    private final Origin origin;
    private final List<List<Value.Str>> rows = new ArrayList<>();
    private List<Value.Str> row = new ArrayList<>();
    private int at;
    private long cells;
    private boolean broken;

    private Csv(Invocation call) {
        this.text = call.text(0);
        this.places = KnownText.of(call.string(0));
        this.origin = call.originOf(0);
    }

    static Value decode(Invocation call) {
        Csv csv = new Csv(call);
        csv.read();
        if (csv.cells > MOST_CELLS) {
            return call.site().bound("the table has more than " + MOST_CELLS + " cells");
        }
        if (csv.broken || csv.rows.isEmpty()) {
            return call.failed("this is no table of comma-separated values with a line of names");
        }
        List<Value.Str> names = csv.rows.getFirst();
        boolean straight = csv.rows.stream().allMatch(row -> row.size() == names.size());
        return straight && names.stream().map(Value.Str::text).distinct().count() == names.size()
                ? table(call, names, csv.rows.subList(1, csv.rows.size()))
                : call.failed("the lines of the table have different lengths, or two columns one name");
    }

    private static Value table(Invocation call, List<Value.Str> names, List<List<Value.Str>> rows) {
        List<Value> objects = new ArrayList<>();
        for (List<Value.Str> row : rows) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                pairs.add(new Pair.One(names.get(i), row.get(i), Guard.ALWAYS));
            }
            objects.add(new Value.Dict(true, pairs, call.origin()));
        }
        return Value.Seq.of(Shape.LIST, objects, call.origin());
    }

    private void read() {
        while (at < text.length() && !broken && cells <= MOST_CELLS) {
            if (lineEnd() > 0 && row.isEmpty()) {
                at += lineEnd();
            } else {
                field();
            }
        }
        if (!row.isEmpty()) {
            rows.add(row);
        }
    }

    private int lineEnd() {
        if (text.startsWith("\r\n", at)) {
            return 2;
        }
        return text.startsWith("\n", at) ? 1 : 0;
    }

    private void field() {
        cells++;
        row.add(text.startsWith("\"", at) ? quoted() : bare());
        if (text.startsWith(",", at)) {
            at++;
            if (at == text.length() || lineEnd() > 0) {
                row.add(places.part(at, at, origin));
            }
        }
        if (at >= text.length() || lineEnd() > 0) {
            at += lineEnd();
            rows.add(row);
            row = new ArrayList<>();
        }
    }

    private Value.Str bare() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && lineEnd() == 0) {
            broken |= text.charAt(at) == '"';
            at++;
        }
        return places.part(from, at, origin);
    }

    private Value.Str quoted() {
        int from = at;
        StringBuilder field = new StringBuilder();
        at++;
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                field.append(c);
            } else if (text.startsWith("\"", at)) {
                field.append('"');
                at++;
            } else {
                broken |= at < text.length() && text.charAt(at) != ',' && lineEnd() == 0;
                return field(from, field.toString().replace("\r\n", "\n"));
            }
        }
        broken = true;
        return field(from, field.toString());
    }

    private Value.Str field(int from, String text) {
        Origin place = places.origin(from, at).orElse(origin);
        return Value.Str.of(Strings.composed(text), origin.sensitive() ? place.asSensitive() : place);
    }
}
