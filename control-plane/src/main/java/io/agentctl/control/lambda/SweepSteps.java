package io.agentctl.control.lambda;

import io.agentctl.control.journal.Action;
import io.agentctl.control.journal.Step;
import java.util.ArrayList;
import java.util.List;

/** The steps of a sweep: those that are known before it begins, and those that turn out to be needed. */
final class SweepSteps {

    private final FunctionName name;

    SweepSteps(FunctionName name) {
        this.name = name;
    }

    /**
     * All that is known at first. Nothing is invoked before {@code $LATEST} is as it was.
     *
     * @param variants to be measured, at least one
     */
    List<Step> all(ObservedFunction function, List<Variant> variants) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.change("record what is there", RecordFunction.action(function), CompareFunction.action(name)));
        steps.addAll(measured(variants, 1));
        Action remove = RemoveMade.action(name);
        steps.add(Step.change("remove the versions and aliases of this run", remove, remove));
        steps.add(Step.check("compare with what was recorded", CompareFunction.action(name)));
        return steps;
    }

    /**
     * Further variants, and what is to be measured then.
     *
     * @param group counts the groups of variants in the operation, from 1
     */
    List<Step> measured(List<Variant> variants, int group) {
        List<Step> steps = new ArrayList<>();
        Variant prior = null;
        Action set = null;
        for (Variant variant : variants) {
            set = SetMemory.marked(name, variant, prior);
            Action publish = PublishSize.action(set);
            Action point = PointAlias.action(publish);
            steps.add(Step.change("configure " + variant, set, RestoreMemory.inverse(set, group)));
            steps.add(Step.change("publish " + variant, publish, RemoveVersion.action(publish)));
            steps.add(Step.change("point an alias at " + variant, point, RemoveAlias.action(point)));
            prior = variant;
        }
        String again = group == 1 ? "" : " (" + group + ")";
        steps.add(Step.change(
                "put $LATEST back" + again, RestoreMemory.entirely(set, group), RestoreMemory.inverse(set, group)));
        steps.add(Step.change("measure" + again, MeasureSizes.action(name, group), RemoveMade.action(name)));
        return steps;
    }
}
