package io.agentctl.cli.policy;

import io.agentctl.cli.option.ShareConverter;
import io.agentctl.control.publishing.PlanActivation.Manner;
import io.agentctl.policies.store.Candidate.Bound;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How a version is tried on a share of sessions, and what ends the trial by itself. */
public final class CanaryOptions {

    @Option(
            names = "--canary",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description = "Let it decide on this share of sessions first, such as 10%%.")
    private Integer percent;

    @Option(
            names = "--max-errors",
            paramLabel = "PERCENT",
            converter = ShareConverter.class,
            description = "A canary ends by itself over this share of errors; default: 1%%.")
    private Double errors;

    @Option(
            names = "--max-denials",
            paramLabel = "PERCENT",
            converter = ShareConverter.class,
            description = "... or over this share of denials more than in force; default: 5%%.")
    private Double denials;

    @Option(
            names = "--judge-after",
            paramLabel = "N",
            description = "... once a runtime made so many decisions with it; default: 100.")
    private Integer requests;

    @Spec(Target.MIXEE)
    private CommandSpec command;

    /** The canary that was asked for, if one was. */
    Optional<Manner> manner() {
        if (percent == null) {
            if (errors != null || denials != null || requests != null) {
                throw new ParameterException(
                        command.commandLine(), "--max-errors, --max-denials and --judge-after go with --canary");
            }
            return Optional.empty();
        }
        if (requests != null && requests < 1) {
            throw new ParameterException(command.commandLine(), "--judge-after takes one decision at least");
        }
        return Optional.of(new Manner.Canary(
                percent,
                new Bound(
                        requests == null ? Bound.DEFAULT.requests() : requests,
                        errors == null ? Bound.DEFAULT.errors() : errors,
                        denials == null ? Bound.DEFAULT.denials() : denials)));
    }
}
