package io.agentctl.cli.windows;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.error.Suggestions;
import io.agentctl.control.windows.Window;
import io.agentctl.control.windows.WindowFile;
import io.agentctl.control.windows.run.ApplyWindows;
import io.agentctl.control.windows.run.PlanWindows;
import io.agentctl.control.windows.run.WindowPlan;
import io.agentctl.control.windows.scheduled.PlanSchedules;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code windows apply}: what a scheduled job runs. */
@Command(
        footer = {
            "agentctl windows apply --dry-run           # what would be done now",
            "agentctl windows apply --yes --no-wait     # what a scheduled job runs, every few minutes",
            "agentctl windows apply nights              # only services under this window",
            "agentctl windows apply --dry-run --at 2026-12-24T22:00:00+01:00",
            "agentctl windows apply --mode native       # have AWS's scheduled actions do it",
        })
public final class WindowsApply implements Verb {

    private static final Duration USUAL_WAIT = Duration.ofMinutes(10);

    private final Function<Optional<Path>, WindowFile> reader;
    private final UseCase<PlanWindows.Request, WindowPlan> plan;
    private final UseCase<ApplyWindows.Request, ApplyWindows.Result> apply;
    private final UseCase<PlanSchedules.Request, PlanSchedules.Result> schedules;
    private final PlanRun run;
    private final Supplier<Clock> clock;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Only services under this window.")
    private String window;

    /** Who sees to it that services sleep and wake. */
    public enum Mode {
        AGENTCTL,
        NATIVE
    }

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            defaultValue = "agentctl",
            description = "agentctl (default), or native: scheduled actions of Application Auto Scaling.")
    private Mode mode;

    @Option(names = "--remove", description = "With --mode native: remove the scheduled actions.")
    private boolean remove;

    @Option(names = "--all", description = "All windows, which is the default too.")
    private boolean all;

    @Option(names = "--at", paramLabel = "INSTANT", description = "Do what should be true then; default: now.")
    private Instant at;

    @Mixin
    private WindowFileOptions file = new WindowFileOptions();

    public WindowsApply(
            Function<Optional<Path>, WindowFile> reader,
            UseCase<PlanWindows.Request, WindowPlan> plan,
            UseCase<ApplyWindows.Request, ApplyWindows.Result> apply,
            UseCase<PlanSchedules.Request, PlanSchedules.Result> schedules,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> applyPlan,
            Supplier<Clock> clock) {
        this.reader = reader;
        this.schedules = schedules;
        this.run = new PlanRun(applyPlan);
        this.plan = plan;
        this.apply = apply;
        this.clock = clock;
    }

    @Override
    public int call(Console console) {
        if (all && window != null) {
            throw new AgentctlException(ErrorCode.USAGE, "either --all or the name of a window, not both", "");
        }
        if (mode == Mode.NATIVE) {
            return schedules(console);
        }
        if (remove) {
            throw new AgentctlException(ErrorCode.USAGE, "--remove goes with --mode native", "");
        }
        WindowFile rules = file.read(reader);
        requireWindow(rules);
        Instant when = at == null ? clock.get().instant() : at;
        WindowPlan planned =
                plan.run(new PlanWindows.Request(rules, Optional.ofNullable(window), when), console.progress());
        if (console.flags().consent().dryRun()) {
            console.print(WindowPages.plan(planned));
            return pending(console, planned);
        }
        if (!planned.deeds().isEmpty()) {
            console.show(WindowPages.plan(planned));
            console.confirm(WindowPages.question(planned.deeds().size(), planned.target()));
        }
        ApplyWindows.Result result =
                apply.run(new ApplyWindows.Request(planned, rules, wait(console)), console.progress());
        console.print(WindowPages.result(result));
        return code(console, result);
    }

    private void requireWindow(WindowFile windows) {
        List<String> names = windows.windows().stream().map(Window::name).toList();
        if (window != null && !names.contains(window)) {
            throw new AgentctlException(
                    ErrorCode.NOT_FOUND,
                    "there is no window " + window + " in " + windows.file(),
                    Suggestions.sentence(window, names));
        }
    }

    /** The exit code of a plan that is not applied; a service that could not be handled makes it a failure. */
    private static int pending(Console console, WindowPlan planned) {
        if (!planned.unhandled().isEmpty()) {
            return ErrorCode.FAILED.exitCode();
        }
        return console.flags().waiting().detailedExitCode() && !planned.deeds().isEmpty() ? Exit.PENDING : Exit.OK;
    }

    private int schedules(Console console) {
        if (window != null || at != null) {
            throw new AgentctlException(ErrorCode.USAGE, "--mode native takes neither a name nor --at", "");
        }
        PlanSchedules.Result planned =
                schedules.run(new PlanSchedules.Request(file.read(reader), remove), console.progress());
        planned.remarks().forEach(console::warn);
        planned.unhandled().forEach(service -> console.warn(service.service() + ": " + service.why()));
        int code = run.finish(console, planned.plan(), Duration.ZERO);
        return planned.unhandled().isEmpty() ? code : ErrorCode.FAILED.exitCode();
    }

    static Duration wait(Console console) {
        return console.flags().waiting().untilDone() ? console.flags().waiting().timeoutOr(USUAL_WAIT) : Duration.ZERO;
    }

    static int code(Console console, ApplyWindows.Result result) {
        if (console.progress().cancellation().requested()) {
            return ErrorCode.INTERRUPTED.exitCode();
        }
        if (!result.failed().isEmpty()) {
            return ErrorCode.FAILED.exitCode();
        }
        return result.settling().isEmpty() ? Exit.OK : ErrorCode.STILL_RUNNING.exitCode();
    }
}
