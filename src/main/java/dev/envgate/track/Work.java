package dev.envgate.track;

import java.util.ArrayList;
import java.util.List;

/** Does what a plan says, one step after the other, until something says that no further one can be done. */
public record Work(Tracker tracker, Survey survey, Page page) {
    /** What came of a step. */
    public sealed interface Result {
        Step step();

        /** Nothing was to be done, or it was only asked what would be. */
        record Planned(Step step) implements Result {}

        /** It was done; {@code kept} is how the tracker has it now. */
        record Done(Step step, Kept kept) implements Result {}

        /** It was tried, and failed. */
        record Failed(Step step, Failure failure) implements Result {}

        /** It was not even tried, because of what failed before. */
        record NotDone(Step step) implements Result {}
    }

    /** What would be done. */
    public static List<Result> planned(Plan plan) {
        return plan.steps().stream().<Result>map(Result.Planned::new).toList();
    }

    public List<Result> done(Plan plan) {
        List<Result> results = new ArrayList<>();
        boolean over = false;
        for (Step step : plan.steps()) {
            Result result = over && step.writes() ? new Result.NotDone(step) : done(step);
            over = over
                    || (result instanceof Result.Failed(Step _, Failure failure)
                            && failure.reach() != Failure.Reach.THIS);
            results.add(result);
        }
        return results;
    }

    private Result done(Step step) {
        return switch (step) {
            case Step.Create(Fault fault) ->
                result(step, tracker.create(page.title(fault), Plan.section(fault, survey, page)));
            case Step.Update(Kept kept, Section section) -> result(step, tracker.update(kept, section));
            case Step.Close(Kept kept) ->
                result(
                        step,
                        tracker.close(
                                kept, Section.of(page.form(), kept.mark(), page.gone(kept.mark())), page.closing()));
            case Step.Reopen(Kept kept, Section section) ->
                result(step, tracker.reopen(kept, section, page.reopening()));
            case Step.InStep _, Step.Elsewhere _, Step.Leave _ -> new Result.Planned(step);
        };
    }

    private static Result result(Step step, Outcome<Kept> outcome) {
        return switch (outcome) {
            case Outcome.Got<Kept>(Kept kept) -> new Result.Done(step, kept);
            case Outcome.Failed<Kept>(Failure failure) -> new Result.Failed(step, failure);
        };
    }
}
