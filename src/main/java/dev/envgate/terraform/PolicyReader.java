package dev.envgate.terraform;

import dev.envgate.hcl.JsonText;
import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.Place;
import dev.envgate.ledger.PolicyPattern;
import dev.envgate.ledger.Statement;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Reads the statements of a policy that is JSON, in whatever form Terraform gives it. */
final class PolicyReader {
    private static final Guard ALWAYS = Guard.ALWAYS;

    private final PolicyPatterns patterns;
    private final String policy;
    private final List<Statement> statements = new ArrayList<>();
    private final Set<Gap> gaps = new LinkedHashSet<>();

    /** @param policy what the policy is called */
    PolicyReader(Run run, String policy) {
        this.patterns = new PolicyPatterns(run);
        this.policy = policy;
    }

    List<Statement> statements() {
        return statements;
    }

    /** Why there may be more statements. */
    List<Gap> gaps() {
        return List.copyOf(gaps);
    }

    /** @param guard when the policy is there */
    PolicyReader read(Value document, Guard guard) {
        for (Case one : Case.of(document, guard)) {
            switch (one.value()) {
                case Value.Str text -> document(JsonText.read(text), one.guard());
                case Value.Dict mapping -> document(mapping, one.guard());
                case Value.Null _ -> {}
                case Value.Unknown _, Value.Bool _, Value.Num _, Value.Seq _, Value.Choice _ -> gap(one.value());
            }
        }
        return this;
    }

    private void gap(Value value) {
        gaps.add(Reason.gap("`" + policy + "`", value));
    }

    private void document(Value document, Guard guard) {
        for (Case one : Case.of(document, guard)) {
            Fields fields = Fields.of(one.value());
            if (!(one.value() instanceof Value.Dict)) {
                gap(one.value());
            }
            fields.open().findFirst().ifPresent(this::gap);
            fields.cases("Statement", one.guard()).forEach(this::all);
        }
    }

    /** One statement, or a list of them. */
    private void all(Case list) {
        switch (list.value()) {
            case Value.Dict statement -> statement(statement, list.guard());
            case Value.Seq sequence -> sequence.elements().forEach(element -> element(element, list.guard()));
            case Value.Null _ -> {}
            case Value.Unknown _, Value.Bool _, Value.Num _, Value.Str _, Value.Choice _ -> gap(list.value());
        }
    }

    private void element(Value.Element element, Guard guard) {
        switch (element) {
            case Value.Element.Rest rest -> gap(rest.why());
            case Value.Element.One(Value value, Guard own) ->
                Case.of(value, guard.and(own)).forEach(this::single);
        }
    }

    private void single(Case one) {
        if (one.value() instanceof Value.Dict statement) {
            statement(statement, one.guard());
        } else if (!(one.value() instanceof Value.Null)) {
            gap(one.value());
        }
    }

    private void statement(Value.Dict statement, Guard guard) {
        Fields fields = Fields.of(statement);
        String effect = fields.text("Effect").orElse("");
        if (fields.open().findAny().isPresent() || !Set.of("Allow", "Deny").contains(effect)) {
            gap(fields.open().findFirst().orElse(statement));
            return;
        }
        statements.add(new Statement(
                effect.equals("Allow") ? Statement.Effect.ALLOW : Statement.Effect.DENY,
                elements(fields, "Action", "NotAction"),
                elements(fields, "Resource", "NotResource"),
                provisos(fields, guard),
                policy,
                Reason.place(statement)));
    }

    private static List<String> provisos(Fields fields, Guard guard) {
        List<String> provisos = new ArrayList<>();
        if (!guard.always()) {
            provisos.add("is there only when `%s`".formatted(guard.text()));
        }
        boolean conditional = fields.cases("Condition", ALWAYS).stream()
                .anyMatch(one -> !(one.value() instanceof Value.Null)
                        && !(one.value() instanceof Value.Dict mapping
                                && mapping.pairs().isEmpty()));
        if (conditional) {
            provisos.add("has a `Condition`");
        }
        return provisos;
    }

    private Statement.Elements elements(Fields fields, String name, String opposite) {
        List<Case> cases = fields.cases(name, ALWAYS);
        boolean except = cases.isEmpty() && fields.has(opposite);
        List<Case> written = except ? fields.cases(opposite, ALWAYS) : cases;
        List<PolicyPattern> all = new ArrayList<>();
        List<Gap> open = new ArrayList<>();
        boolean certain = written.size() == 1 && written.getFirst().guard().always() && !(except && fields.has(name));
        written.forEach(one -> elements(one.value(), all, open));
        return certain
                ? new Statement.Elements(except, all, open)
                : new Statement.Elements(false, List.of(), List.of(unclear(written, name)));
    }

    private Gap unclear(List<Case> written, String name) {
        Function<Case, Gap> depends = one -> Reason.gap("`%s` of `%s`".formatted(name, policy), one.value());
        return written.stream()
                .findFirst()
                .map(depends)
                .orElseGet(
                        () -> new Gap("a statement of `%s` has no `%s`".formatted(policy, name), new Place.Nowhere()));
    }

    private void elements(Value value, List<PolicyPattern> all, List<Gap> open) {
        switch (value) {
            case Value.Seq sequence -> sequence.elements().forEach(element -> element(element, all, open));
            case Value.Str text -> all.add(patterns.read(text));
            case Value.Unknown unknown when unknown.symbol().reference() -> all.add(patterns.read(unknown));
            case Value.Unknown _, Value.Choice _, Value.Null _, Value.Bool _, Value.Num _, Value.Dict _ ->
                open.add(Reason.gap("`" + policy + "`", value));
        }
    }

    private void element(Value.Element element, List<PolicyPattern> all, List<Gap> open) {
        switch (element) {
            case Value.Element.Rest rest -> open.add(Reason.gap("`" + policy + "`", rest.why()));
            case Value.Element.One(Value value, Guard guard) ->
                Case.of(value, guard).forEach(one -> {
                    if (one.guard().always()) {
                        elements(one.value(), all, open);
                    } else {
                        open.add(Reason.gap("`" + policy + "`", value));
                    }
                });
        }
    }
}
