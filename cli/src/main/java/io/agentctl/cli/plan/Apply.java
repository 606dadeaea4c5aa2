package io.agentctl.cli.plan;

import io.agentctl.cli.command.Verb;
import io.agentctl.cli.terminal.Console;
import io.agentctl.control.UseCase;
import io.agentctl.control.apply.ApplyPlan;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.plan.PlanDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code apply}. */
@Command(
        footer = {
            "agentctl ecs rightsize --all -o json > plan.json && agentctl apply plan.json",
            "agentctl apply plan.json --dry-run              # what would be done",
            "agentctl apply plan.json --yes --watch 10m      # for a scheduled job",
        })
public final class Apply implements Verb {

    private final PlanRun run;

    @Parameters(paramLabel = "FILE", description = "A plan that was saved with -o json.")
    private Path file;

    @Option(
            names = "--watch",
            paramLabel = "DURATION",
            defaultValue = "0s",
            description = "After each rollout, watch this long and put back what does badly.")
    private Duration watch;

    public Apply(UseCase<ApplyPlan.Request, ApplyPlan.Result> apply) {
        this.run = new PlanRun(apply);
    }

    @Override
    public int call(Console console) {
        return run.finish(console, PlanDocument.read(file.toString(), text()), watch);
    }

    private String text() {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "cannot read " + file + ": " + unreadable.getMessage(),
                    "Name a file that was saved with -o json.",
                    null,
                    unreadable);
        }
    }
}
