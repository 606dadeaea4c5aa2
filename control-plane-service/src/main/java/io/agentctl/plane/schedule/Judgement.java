package io.agentctl.plane.schedule;

import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.control.remote.RunState;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.schedules.ScheduleStanding;
import io.agentctl.control.schedules.ScheduleStanding.Outcome;
import io.agentctl.control.schedules.ScheduleStanding.Result;
import io.agentctl.plane.run.Run;
import java.time.Instant;
import java.util.List;

/** What follows from a run that is over. Pure. */
final class Judgement {

    private Judgement() {}

    /** Whether the instance that had begun it was lost, and another one found it half done. */
    static boolean lost(Run run, ScheduleStanding standing) {
        return run.standing()
                        .failure()
                        .map(RunFailure::code)
                        .filter(ErrorCode.INTERRUPTED::equals)
                        .isPresent()
                && !run.instance().equals(standing.instance());
    }

    /** How it stands once its run is over. */
    static ScheduleStanding of(Schedule schedule, ScheduleStanding standing, Run run, long fence) {
        Instant at = run.standing().endedAt().orElse(standing.due());
        if (run.standing().state() == RunState.FAILED) {
            RunFailure failure = run.standing().failure().orElseThrow();
            return failed(standing, failure.message(), failure.advice(), at, fence);
        }
        try {
            List<ScheduleFinding> found =
                    run.asked().useCase().equals(schedule.errand().useCase().name())
                            ? schedule.errand().findings(run.standing().result().orElseThrow())
                            : List.of();
            Outcome outcome = found.isEmpty()
                    ? new Outcome(Result.FINE, at, "nothing found")
                    : new Outcome(Result.FINDINGS, at, found.size() == 1 ? "1 finding" : found.size() + " findings");
            return standing.ended(outcome, standing.after(found, at), fence);
        } catch (MisplacedException other) {
            return failed(
                    standing,
                    "its result cannot be read: " + other.getMessage(),
                    "Do instances of different versions run?",
                    at,
                    fence);
        }
    }

    /** How it stands after it was not done. What was found before may be there still. */
    static ScheduleStanding failed(ScheduleStanding standing, String why, String next, Instant at, long fence) {
        return standing.ended(new Outcome(Result.FAILED, at, why), standing.adding(finding(why, next), at), fence);
    }

    /** That it cannot be begun, and is tried again. */
    static ScheduleStanding stuck(ScheduleStanding standing, String why, String next, Instant at, long fence) {
        return standing.with(standing.adding(finding(why, next), at), fence);
    }

    /** That what was begun waits for a second person: whoever is told of findings can ask for one. */
    static ScheduleStanding waiting(ScheduleStanding standing, Run run, Instant at, long fence) {
        ScheduleFinding finding = ScheduleFinding.waiting(
                run.id().value(), run.standing().waitsFor().orElse("an approval"));
        return standing.there().contains(finding) ? standing : standing.with(standing.adding(finding, at), fence);
    }

    private static ScheduleFinding finding(String why, String next) {
        return new ScheduleFinding(
                ScheduleFinding.OWN,
                "could not do its work: " + why,
                next.isEmpty() ? "The control plane's log says more." : next);
    }
}
