package dev.envgate.hcl;

import dev.envgate.hcl.Value.Guard;
import dev.envgate.hcl.Value.Pair;
import dev.envgate.hcl.Value.Seq.Shape;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads comma-separated values as {@code csvdecode} does: the first line names the columns. */
final class Csv {
    private final String text;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private int at;
    private boolean broken;

    private Csv(String text) {
        this.text = text;
    }

    static Value decode(Invocation call) {
        Csv csv = new Csv(call.text(0));
        csv.read();
        if (csv.broken || csv.rows.isEmpty()) {
            return call.failed("this is no table of comma-separated values with a line of names");
        }
        List<String> names = csv.rows.getFirst();
        boolean straight = csv.rows.stream().allMatch(row -> row.size() == names.size());
        return straight && new HashSet<>(names).size() == names.size()
                ? table(call, names, csv.rows.subList(1, csv.rows.size()))
                : call.failed("the lines of the table have different lengths, or two columns one name");
    }

    private static Value table(Invocation call, List<String> names, List<List<String>> rows) {
        List<Value> objects = new ArrayList<>();
        for (List<String> row : rows) {
            List<Pair> pairs = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                pairs.add(new Pair.One(call.answer(names.get(i)), call.answer(row.get(i)), Guard.ALWAYS));
            }
            objects.add(new Value.Dict(true, pairs, call.origin()));
        }
        return Value.Seq.of(Shape.LIST, objects, call.origin());
    }

    private void read() {
        while (at < text.length() && !broken) {
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
        row.add(text.startsWith("\"", at) ? quoted() : bare());
        if (text.startsWith(",", at)) {
            at++;
            if (at == text.length() || lineEnd() > 0) {
                row.add("");
            }
        }
        if (at >= text.length() || lineEnd() > 0) {
            at += lineEnd();
            rows.add(row);
            row = new ArrayList<>();
        }
    }

    private String bare() {
        int from = at;
        while (at < text.length() && text.charAt(at) != ',' && lineEnd() == 0) {
            broken |= text.charAt(at) == '"';
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
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
                return field.toString().replace("\r\n", "\n");
            }
        }
        broken = true;
        return field.toString();
    }
}
