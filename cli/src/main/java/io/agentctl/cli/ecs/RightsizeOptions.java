package io.agentctl.cli.ecs;

import io.agentctl.control.rightsizing.Budgets;
import io.agentctl.control.rightsizing.RiskAppetite;
import java.time.Duration;
import picocli.CommandLine.Option;

/** What advice on sizes depends on, from AWS and from a file alike. */
final class RightsizeOptions {

    @Option(
            names = "--risk",
            paramLabel = "LEVEL",
            defaultValue = "medium",
            description = "How many minutes over the CPU budget are accepted: low (2%%), medium (10%%), high (25%%).")
    private RiskAppetite risk;

    @Option(
            names = "--cpu-budget",
            paramLabel = "PERCENT",
            description = "How full CPU may run; default: the project's, 70.")
    private Double cpuBudget;

    @Option(
            names = "--memory-budget",
            paramLabel = "PERCENT",
            description = "How full memory may run; default: the project's, 80.")
    private Double memoryBudget;

    @Option(
            names = "--since",
            paramLabel = "DURATION",
            defaultValue = "14d",
            description = "How far to look back; default: 14d.")
    private Duration since;

    RiskAppetite risk() {
        return risk;
    }

    Duration since() {
        return since;
    }

    /** The budgets, where the options leave something open the project's. */
    Budgets budgets(Budgets project) {
        return new Budgets(
                cpuBudget == null ? project.cpuPercent() : cpuBudget,
                memoryBudget == null ? project.memoryPercent() : memoryBudget);
    }
}
