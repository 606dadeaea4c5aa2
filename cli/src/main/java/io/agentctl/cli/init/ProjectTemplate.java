package io.agentctl.cli.init;

import io.agentctl.control.project.DescribeAccount;
import io.agentctl.control.project.DescribeAccount.Cluster;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The text of a first agentctl.yaml: what was found is filled in, what follows from it stands there as a comment. */
final class ProjectTemplate {

    private ProjectTemplate() {}

    static String of(DescribeAccount.Result account, String fallbackName) {
        String project = account.project().orElse(fallbackName);
        List<String> lines = new ArrayList<>();
        lines.add("# What agentctl operates. Unknown keys are errors; 'agentctl config view' shows what counts.");
        lines.add("# Made from account " + account.target().account() + " in "
                + account.target().region() + ".");
        lines.add("");
        lines.add("project: " + project + "    # names follow it: " + project + "-governance, " + project
                + "-governance-policies, " + project + "-agentctl");
        lines.add("context: " + account.target().context() + "    # where commands go; see 'agentctl config contexts'");
        lines.add("region: " + account.target().region());
        lines.add("");
        addCluster(lines, account.clusters());
        lines.add("");
        lines.add("# tables: [" + project + "-governance-policies]    # found: " + listed(account.tables()));
        lines.add("# functions: [" + project + "-governance]");
        lines.add("");
        lines.add("budgets:          # how full things may run; advice and checks follow them");
        lines.add("  cpu: 70%");
        lines.add("  memory: 80%");
        lines.add("  network: 50%");
        lines.add("  table: 80%");
        lines.add("");
        lines.add("# prices: prices.yaml    # replaces the built-in price table, region by region");
        lines.add("# tablePrices: table-prices.yaml    # the same for DynamoDB");
        lines.add("# alarmPrices: alarm-prices.yaml    # the same for alarms");
        lines.add("# journal: auto           # auto: table " + project
                + "-agentctl if it exists, else files; or: file, dynamodb");
        return String.join("\n", lines) + "\n";
    }

    private static void addCluster(List<String> lines, List<Cluster> clusters) {
        Optional<Cluster> largest = clusters.stream()
                .max(Comparator.comparingInt(
                        (Cluster cluster) -> cluster.services().size()));
        if (largest.isEmpty()) {
            lines.add("# cluster:      # no ECS cluster was found");
            return;
        }
        List<String> others = clusters.stream()
                .map(Cluster::name)
                .filter(name -> !name.equals(largest.get().name()))
                .toList();
        lines.add("cluster: " + largest.get().name()
                + (others.isEmpty() ? "" : "    # also found: " + String.join(", ", others)));
        lines.add("services:       # leave out for all of the cluster");
        if (largest.get().services().isEmpty()) {
            lines.set(lines.size() - 1, "# services: []  # the cluster has none yet");
        }
        largest.get().services().forEach(service -> lines.add("  - " + service));
    }

    private static String listed(List<String> names) {
        return names.isEmpty() ? "none" : String.join(", ", names);
    }
}
