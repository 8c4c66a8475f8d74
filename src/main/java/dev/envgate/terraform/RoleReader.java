package dev.envgate.terraform;

import dev.envgate.hcl.Value;
import dev.envgate.hcl.Value.Guard;
import dev.envgate.ledger.Agreement;
import dev.envgate.ledger.Gap;
import dev.envgate.ledger.ManagedPolicies;
import dev.envgate.ledger.Role;
import dev.envgate.ledger.Statement;
import dev.envgate.ledger.Symbolic;
import dev.envgate.terraform.IamSurvey.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads all that the policies of a role say: those in its own block, those beside it, and those attached to it. */
final class RoleReader {
    private static final String OF_AWS = ":iam::aws:policy/";

    private final Run run;
    private final IamSurvey survey;
    private final Map<String, RoleIndex> indexes = new HashMap<>();

    RoleReader(Run run, IamSurvey survey) {
        this.run = run;
        this.survey = survey;
    }

    static Symbolic name(Found role) {
        return written(role, "name").map(Reason::symbolic).orElseGet(() -> Symbolic.of(""));
    }

    Role read(Found role) {
        return new Reading(role).role();
    }

    private RoleIndex index(String type, String attribute) {
        return indexes.computeIfAbsent(
                type,
                key -> new RoleIndex(
                        run,
                        survey.all(type)
                                .flatMap(found -> written(found, attribute).stream()
                                        .map(role -> new RoleIndex.Named(found, role)))));
    }

    private static Optional<Value> written(Found found, String name) {
        return found.instance().resources().written(found.block(), found.round(), name);
    }

    /** The reading of one role. */
    private final class Reading {
        private final Found role;
        private final RoleMatch match;
        private final Guard own;
        private final List<Statement> statements = new ArrayList<>();
        private final List<Gap> gaps = new ArrayList<>();

        Reading(Found role) {
            this.role = role;
            this.match = new RoleMatch(run, role);
            this.own = guard(role);
        }

        Role role() {
            inline();
            written(role, "managed_policy_arns").ifPresent(arns -> attachedAll(arns, Guard.ALWAYS));
            policies();
            attachments("aws_iam_role_policy_attachment", "role", "policy_arn");
            attachments("aws_iam_policy_attachment", "roles", "policy_arn");
            attachments("aws_iam_role_policy_attachments_exclusive", "role_name", "policy_arns");
            survey.unread().stream()
                    .filter(match::mentionedIn)
                    .map(IamSurvey.Unread::gap)
                    .forEach(gaps::add);
            return new Role(role.full(), name(role), role.instance().place(role.block()), statements, gaps, boundary());
        }

        private List<Gap> boundary() {
            return written(role, "permissions_boundary").stream()
                    .map(value ->
                            new Gap("`%s` has a permissions boundary".formatted(role.full()), Reason.place(value)))
                    .toList();
        }

        private void inline() {
            written(role, "inline_policy").stream()
                    .flatMap(value -> Case.of(value, Guard.ALWAYS).stream())
                    .forEach(blocks -> {
                        if (blocks.value() instanceof Value.Seq sequence) {
                            sequence.elements().forEach(this::inline);
                        } else {
                            gaps.add(Reason.gap(blocks.value()));
                        }
                    });
        }

        private void inline(Value.Element element) {
            switch (element) {
                case Value.Element.Rest rest -> gaps.add(Reason.gap(rest.why()));
                case Value.Element.One(Value block, Guard guard) ->
                    Fields.of(block)
                            .cases("policy", guard)
                            .forEach(one -> document(one.value(), one.guard(), role.full()));
            }
        }

        private void document(Value policy, Guard guard, String name) {
            PolicyReader reader = new PolicyReader(run, name).read(policy, beyondOwn(guard));
            statements.addAll(reader.statements());
            gaps.addAll(reader.gaps());
        }

        /** What a guard asks for beyond what is given with the role. */
        private Guard beyondOwn(Guard guard) {
            return new Guard(guard.terms().stream()
                    .filter(term -> !own.terms().contains(term))
                    .toList());
        }

        private void policies() {
            concerning("aws_iam_role_policy", "role")
                    .forEach(policy -> written(policy, "policy")
                            .ifPresentOrElse(
                                    document -> document(document, guard(policy), policy.full()),
                                    () -> gaps.add(gap(policy, "has no `policy`"))));
        }

        private void attachments(String type, String attribute, String policies) {
            concerning(type, attribute)
                    .forEach(attachment -> written(attachment, policies)
                            .ifPresentOrElse(
                                    arns -> attachedAll(arns, guard(attachment)),
                                    () -> gaps.add(gap(attachment, "has no `%s`".formatted(policies)))));
        }

        /** Blocks that concern the role for certain; those of which it cannot be told are gaps. */
        private List<Found> concerning(String type, String attribute) {
            List<Found> certain = new ArrayList<>();
            index(type, attribute).of(role).forEach(each -> {
                Found found = each.found();
                Agreement concerns = match.is(each.role());
                if (concerns == Agreement.SAME
                        && found.instance().standing().doubts(found.round()).isEmpty()) {
                    certain.add(found);
                } else if (concerns != Agreement.DIFFERENT) {
                    gaps.add(gap(found, "may concern `%s`".formatted(role.full())));
                }
            });
            return certain;
        }

        private Gap gap(Found found, String why) {
            return new Gap(
                    "`%s` %s".formatted(found.full(), why), found.instance().place(found.block()));
        }

        private void attachedAll(Value arns, Guard guard) {
            for (Case one : Case.of(arns, guard)) {
                switch (one.value()) {
                    case Value.Seq sequence -> sequence.elements().forEach(element -> attached(element, one.guard()));
                    case Value.Null _ -> {}
                    case Value.Str _, Value.Unknown _, Value.Bool _, Value.Num _, Value.Dict _, Value.Choice _ ->
                        attached(one.value(), one.guard());
                }
            }
        }

        private void attached(Value.Element element, Guard guard) {
            switch (element) {
                case Value.Element.Rest rest -> gaps.add(Reason.gap("an attached policy", rest.why()));
                case Value.Element.One(Value arn, Guard own) ->
                    Case.of(arn, guard.and(own)).forEach(one -> attached(one.value(), one.guard()));
            }
        }

        private void attached(Value arn, Guard guard) {
            Optional<Pointed> pointed = new Keys(run).pointed(arn);
            if (pointed.isPresent() && pointed.get().type().equals("aws_iam_policy")) {
                attached(pointed.get(), guard);
            } else {
                managed(arn, guard);
            }
        }

        private void attached(Pointed policy, Guard guard) {
            Optional<Value> document = policy.isData() ? Optional.empty() : policy.written("policy");
            if (document.isPresent()) {
                document(document.get(), guard, policy.full());
            } else {
                policy.written("arn")
                        .or(() -> policy.written("name").map(RoleReader::byName))
                        .ifPresentOrElse(
                                arn -> managed(arn, guard),
                                () -> gaps.add(new Gap(
                                        "what `%s` says is not in these files".formatted(policy.full()),
                                        policy.instance().place(policy.block()))));
            }
        }

        /** A policy that AWS manages; what any other says is not in these files. */
        private void managed(Value arn, Guard guard) {
            String text = Reason.symbolic(arn).toString();
            int at = text.indexOf(OF_AWS);
            Optional<List<Statement>> known =
                    at < 0 ? Optional.empty() : ManagedPolicies.of(text.substring(at + OF_AWS.length()));
            known.ifPresentOrElse(
                    found -> found.forEach(each -> statements.add(placed(each, arn, guard))),
                    () -> gaps.add(new Gap(
                            "what the attached policy `%s` says is not in these files".formatted(text),
                            Reason.place(arn))));
        }

        private Statement placed(Statement statement, Value arn, Guard guard) {
            Guard condition = beyondOwn(guard);
            return new Statement(
                    statement.effect(),
                    statement.actions(),
                    statement.resources(),
                    condition.always() ? List.of() : List.of("is there only when `%s`".formatted(condition.text())),
                    statement.policy(),
                    Reason.place(arn));
        }
    }

    /** {@code data "aws_iam_policy"} by the name of a policy that AWS manages; a path does not stand in it. */
    private static Value byName(Value name) {
        String text = Reason.text(name).orElse("");
        String path = text.equals("AmazonECSTaskExecutionRolePolicy") ? "service-role/" + text : text;
        return Value.Str.of("arn:aws" + OF_AWS + path, name.origin());
    }

    private static Guard guard(Found found) {
        return found.instance().standing().guard().and(found.round().guard());
    }
}
