package io.agentctl.cli.lambda;

import io.agentctl.cli.command.Exit;
import io.agentctl.cli.command.Verb;
import io.agentctl.cli.plan.PlanRun;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.lambda.Architectures;
import io.agentctl.control.lambda.FunctionName;
import io.agentctl.control.lambda.PlanMemory;
import io.agentctl.control.lambda.RunSweep;
import io.agentctl.control.lambda.SweepPlan;
import io.agentctl.control.lambda.SweepRequest;
import io.agentctl.control.lambda.invocation.Payloads;
import io.agentctl.control.lambda.report.ReportFile;
import io.agentctl.control.lambda.report.ReportedSize;
import io.agentctl.control.lambda.report.SweepReport;
import io.agentctl.control.plan.Plan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lambda sweep}. */
@Command(
        footer = {
            "agentctl lambda sweep resizer                 # the cheapest size",
            "agentctl lambda sweep resizer --dry-run       # what it would do, and cost",
            "agentctl lambda sweep resizer --memory 128..3008:64 --payload event.json --max-spend 0.05USD",
            "agentctl lambda sweep resizer --strategy slo --p95 500ms --cold 5% --report sweep.html",
            "agentctl lambda sweep resizer --architectures x86_64,arm64 --apply --alias live",
            "agentctl lambda sweep resizer --yes -o json > sweep.json; agentctl lambda report sweep.json",
        })
public final class LambdaSweep implements Verb {

    private final UseCase<SweepRequest, SweepPlan> plan;
    private final UseCase<RunSweep.Request, SweepReport> sweep;
    private final UseCase<PlanMemory.Request, Plan> planMemory;
    private final PlanRun run;

    @Parameters(paramLabel = "FUNCTION", converter = FunctionNameConverter.class, description = "The function.")
    private FunctionName function;

    @Mixin
    private SweepOptions options = new SweepOptions();

    @Mixin
    private PayloadOptions payload = new PayloadOptions();

    @Option(names = "--apply", description = "Afterwards change to the advised size, after it was confirmed.")
    private boolean apply;

    @Option(
            names = "--alias",
            paramLabel = "NAME",
            description = "With --apply: point this alias at a version of that size.")
    private String alias;

    @Option(names = "--report", paramLabel = "FILE", description = "Write a page that a browser shows, too.")
    private Path report;

    public LambdaSweep(
            UseCase<SweepRequest, SweepPlan> plan,
            UseCase<RunSweep.Request, SweepReport> sweep,
            UseCase<PlanMemory.Request, Plan> planMemory,
            UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.plan = plan;
        this.sweep = sweep;
        this.planMemory = planMemory;
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        if (alias != null && !apply) {
            throw new AgentctlException(ErrorCode.USAGE, "--alias goes with --apply", "");
        }
        Payloads payloads = payload.read();
        SweepPlan planned = plan.run(options.request(function), console.progress());
        if (console.flags().consent().dryRun()) {
            console.print(SweepPreview.document(planned));
            return console.flags().waiting().detailedExitCode() ? Exit.PENDING : Exit.OK;
        }
        console.show(SweepPreview.document(planned));
        console.confirm("Measure " + function + " in " + planned.target() + "?");
        SweepReport found = sweep.run(new RunSweep.Request(planned, payloads), console.progress());
        if (report != null) {
            ReportFile.write(report, found);
            console.say("The report is in " + report);
        }
        return apply && found.advised().isPresent() ? apply(console, found) : print(console, found);
    }

    private int print(Console console, SweepReport found) {
        console.print(SweepPage.document(found));
        return code(found);
    }

    private int apply(Console console, SweepReport found) {
        int code = code(found);
        if (code != Exit.OK) {
            return print(console, found);
        }
        console.show(SweepPage.document(found));
        ReportedSize advised = found.advised().orElseThrow();
        Plan change = planMemory.run(
                new PlanMemory.Request(
                        function,
                        advised.memory(),
                        Optional.of(Architectures.named(advised.architecture())),
                        Optional.ofNullable(alias)),
                console.progress());
        return run.finish(console, change, Duration.ZERO);
    }

    private static int code(SweepReport found) {
        return switch (found.verdict()) {
            case DECIDED, TIED, LIMIT_REACHED -> Exit.OK;
            case TARGET_MISSED, ALL_FAILED -> ErrorCode.VERDICT_NO.exitCode();
            case RUNNING -> ErrorCode.INTERRUPTED.exitCode();
        };
    }
}
