package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.aws.Parallel;
import io.agentctl.control.ecs.ServiceName;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Brings every service to what should be true of it. Any number of runs may be at work at once: each service is moved
 * under the journal's lock on it. One that fails does not keep the others.
 */
public final class ApplyWindows implements UseCase<ApplyWindows.Request, ApplyWindows.Result> {

    /**
     * What to do.
     *
     * @param plan as it was shown; every service is looked at again before it is moved
     * @param rules what the windows say
     * @param follow how long to wait for tasks to have started or stopped; zero not to wait
     */
    public record Request(WindowPlan plan, WindowFile rules, Duration follow) {}

    /**
     * How it went.
     *
     * @param at the instant that the windows were asked about
     * @param services one for each service of the plan
     * @param settling services whose tasks had not all started or stopped when the wait was over
     */
    public record Result(Instant at, List<ServiceOutcome> services, List<String> settling) {

        public Result {
            services = List.copyOf(services);
            settling = List.copyOf(settling);
        }

        /** Those that could not be brought to where they should be. */
        public List<ServiceOutcome> failed() {
            return services.stream()
                    .filter(service -> service.error().isPresent())
                    .toList();
        }
    }

    private final ServiceMover mover;
    private final CountFollower follower;

    ApplyWindows(ServiceMover mover, CountFollower follower) {
        this.mover = mover;
        this.follower = follower;
    }

    @Override
    public Result run(Request request, ProgressListener progress) {
        List<Decision> decisions = request.plan().decisions();
        Levels levels = new Levels(request.rules(), request.plan().at());
        List<ServiceOutcome> outcomes =
                new ArrayList<>(Parallel.map(decisions, decision -> outcome(decision, levels, progress)));
        request.plan().unhandled().stream().map(ServiceOutcome::unhandled).forEach(outcomes::add);
        Map<ServiceName, Integer> moved = new TreeMap<>();
        for (int i = 0; i < decisions.size(); i++) {
            ServiceOutcome outcome = outcomes.get(i);
            if (outcome.operation().isPresent() && outcome.to() != outcome.desired()) {
                moved.put(decisions.get(i).service(), outcome.to());
            }
        }
        return new Result(request.plan().at(), outcomes, follower.follow(moved, request.follow(), progress));
    }

    private ServiceOutcome outcome(Decision decision, Levels levels, ProgressListener progress) {
        if (progress.cancellation().requested()) {
            return ServiceOutcome.failed(
                    decision, new ServiceOutcome.Failure(ErrorCode.INTERRUPTED, "stopped as asked", "Run it again."));
        }
        try {
            if (!decision.acts() && !decision.deviates() && mover.nothingLeft(decision.service())) {
                return ServiceOutcome.of(new Moved(decision, Optional.empty()));
            }
            ProgressListener named = new NamedProgress(decision.service().service(), progress);
            ServiceOutcome outcome = ServiceOutcome.of(mover.move(decision.service(), levels::of, named));
            outcome.operation().ifPresent(ignored -> progress.say(sentence(outcome)));
            return outcome;
        } catch (AgentctlException fault) {
            return ServiceOutcome.failed(
                    decision, new ServiceOutcome.Failure(fault.code(), fault.getMessage(), fault.advice()));
        } catch (RuntimeException bug) {
            // A mistake of ours that one service shows must not keep the others asleep.
            return ServiceOutcome.failed(
                    decision, new ServiceOutcome.Failure(ErrorCode.BUG, bug.toString(), "Please report it."));
        }
    }

    private static String sentence(ServiceOutcome outcome) {
        String count = outcome.desired() == outcome.to()
                ? "stays at " + outcome.to()
                : "from " + outcome.desired() + " to " + outcome.to();
        return Stream.concat(Stream.of(outcome.service() + " " + count), outcome.kept().stream())
                .reduce((one, two) -> one + "; " + two)
                .orElseThrow();
    }
}
