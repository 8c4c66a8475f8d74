package dev.envgate.track;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be done, in the order in which it is done: what is there is put right first, and what is missing is made after it, the
 * worst first.
 *
 * @param beyond how many faults get no follow-up because of the limit
 */
public record Plan(List<Step> steps, int beyond) {
    private static final Comparator<Kept> OPEN_THEN_DECLINED_THEN_OLDEST =
            Comparator.comparingInt((Kept each) -> switch (each.state()) {
                case OPEN -> 0;
                case DECLINED -> 1;
                case DONE -> 2;
            });

    public Plan {
        steps = List.copyOf(steps);
    }

    /**
     * What a plan is made by.
     *
     * @param mildest the mildest fault that gets a follow-up
     * @param limit how many are made at most
     */
    public record Wish(Loudness mildest, int limit) {
        boolean wants(Fault fault) {
            return fault.loudness().compareTo(mildest) <= 0;
        }
    }

    /** The plan for follow-ups that were looked up, in the order in which the tracker has them. */
    public static Plan of(Survey survey, List<Kept> kept, Wish wish, Page page) {
        Verification verification = new Verification(survey);
        List<Step> steps = new ArrayList<>();
        Map<String, List<Kept>> byFault = kept.stream()
                .collect(Collectors.groupingBy(
                        each -> each.mark().fingerprint(), LinkedHashMap::new, Collectors.toList()));
        byFault.values().forEach(same -> {
            List<Kept> sorted =
                    same.stream().sorted(OPEN_THEN_DECLINED_THEN_OLDEST).toList();
            steps.add(step(sorted.getFirst(), verification, wish, page));
            sorted.stream()
                    .skip(1)
                    .filter(each -> each.state() == Kept.State.OPEN)
                    .forEach(each -> steps.add(new Step.Leave(
                            each,
                            "it is about the same as %s"
                                    .formatted(sorted.getFirst().shown()))));
        });
        Set<String> known = byFault.keySet();
        List<Step> missing = survey.faults().stream()
                .filter(each -> wish.wants(each) && !known.contains(each.fingerprint()))
                .map(Step.Create::new)
                .map(Step.class::cast)
                .toList();
        steps.addAll(missing.stream().limit(wish.limit()).toList());
        return new Plan(steps, Math.max(0, missing.size() - wish.limit()));
    }

    private static Step step(Kept kept, Verification verification, Wish wish, Page page) {
        boolean open = kept.state() == Kept.State.OPEN;
        return switch (verification.of(kept.mark())) {
            case Fate.There(Fault fault) -> there(kept, fault, verification.survey(), wish, page);
            case Fate.Gone() -> open ? new Step.Close(kept) : new Step.InStep(kept);
            case Fate.SetAside(String why) ->
                open ? new Step.Leave(kept, "it is still there and set aside: " + why) : new Step.InStep(kept);
            case Fate.Unknown(String why) ->
                open ? new Step.Leave(kept, "whether it is gone is not known, because " + why) : new Step.InStep(kept);
            case Fate.Elsewhere() -> new Step.Elsewhere(kept);
        };
    }

    private static Step there(Kept kept, Fault fault, Survey survey, Wish wish, Page page) {
        Section section = section(fault, survey, page)
                .atLeast(kept.state() == Kept.State.DONE ? kept.mark().anywhere() : kept.mark());
        return switch (kept.state()) {
            case OPEN -> section.mark().equals(kept.mark()) ? new Step.InStep(kept) : new Step.Update(kept, section);
            case DONE -> wish.wants(fault) ? new Step.Reopen(kept, section) : new Step.InStep(kept);
            case DECLINED ->
                new Step.Leave(kept, "it is still there, and a person has decided that nothing is to be done");
        };
    }

    /** What a follow-up of the fault says. */
    static Section section(Fault fault, Survey survey, Page page) {
        Subject subject = fault.subject();
        boolean searched = survey.services().stream()
                .anyMatch(each -> each.service().equals(subject.service())
                        && each.environment().equals(subject.environment())
                        && each.searched());
        return Section.of(
                page.form(),
                new Mark(
                        fault.fingerprint(),
                        subject,
                        survey.deep() && Values.judgedBy(subject.rule()),
                        survey.strict() && !survey.contract(subject).isEmpty(),
                        searched,
                        survey.where(subject),
                        survey.contract(subject),
                        ""),
                page.body(fault));
    }
}
