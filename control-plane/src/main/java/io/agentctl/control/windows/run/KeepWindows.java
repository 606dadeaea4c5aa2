package io.agentctl.control.windows.run;

import io.agentctl.control.UseCase;
import io.agentctl.control.progress.ProgressListener;
import io.agentctl.control.windows.WindowFile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Brings every service to what its windows say now, without asking: what a scheduler runs. */
public final class KeepWindows implements UseCase<KeepWindows.Request, ApplyWindows.Result> {

    /**
     * What to do.
     *
     * @param rules what the windows say
     * @param follow how long to wait for tasks to have started or stopped; zero not to wait
     */
    public record Request(WindowFile rules, Duration follow) {}

    private final UseCase<PlanWindows.Request, WindowPlan> plan;
    private final UseCase<ApplyWindows.Request, ApplyWindows.Result> apply;
    private final InstantSource clock;

    public KeepWindows(
            UseCase<PlanWindows.Request, WindowPlan> plan,
            UseCase<ApplyWindows.Request, ApplyWindows.Result> apply,
            InstantSource clock) {
        this.plan = plan;
        this.apply = apply;
        this.clock = clock;
    }

    @Override
    public ApplyWindows.Result run(Request request, ProgressListener progress) {
        WindowPlan now =
                plan.run(new PlanWindows.Request(request.rules(), Optional.empty(), clock.instant()), progress);
        return apply.run(new ApplyWindows.Request(now, request.rules(), request.follow()), progress);
    }
}
