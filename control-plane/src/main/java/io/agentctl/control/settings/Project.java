package io.agentctl.control.settings;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The runtime that is operated, as {@code agentctl.yaml} describes it, with defaults that follow the project's name.
 *
 * @param name the project's name, from which names of resources are made
 * @param cluster the ECS cluster
 * @param services the ECS services to look at; empty for all of the cluster
 * @param functions the Lambda functions
 * @param tables the DynamoDB tables
 * @param budgets how full things may run
 * @param slos where the objectives are
 * @param windows where the scaling windows are
 * @param policies the folder with governance policies
 * @param prices a price table that replaces the built-in one, if there is one
 * @param tablePrices a price table for DynamoDB that replaces the built-in one, if there is one
 * @param alarmPrices a price table for alarms that replaces the built-in one, if there is one
 * @param targets where load may be sent, for load tests
 * @param loadTaskDefinition the task definition that sends load where tasks do
 * @param loadHistory where results of loads are kept
 * @param journal where operations are journalled
 */
public record Project(
        Sourced<String> name,
        Sourced<String> cluster,
        Sourced<List<String>> services,
        Sourced<List<String>> functions,
        Sourced<List<String>> tables,
        Budgets budgets,
        Sourced<Path> slos,
        Sourced<Path> windows,
        Sourced<Path> policies,
        Optional<Sourced<Path>> prices,
        Optional<Sourced<Path>> tablePrices,
        Optional<Sourced<Path>> alarmPrices,
        Sourced<List<URI>> targets,
        Sourced<String> loadTaskDefinition,
        Sourced<HistoryKind> loadHistory,
        Sourced<JournalKind> journal) {

    /** Shares of what is provided, over 0 and up to 1, that may be in use. */
    public record Budgets(
            Sourced<Double> cpu, Sourced<Double> memory, Sourced<Double> network, Sourced<Double> table) {}
}
