package io.agentctl.control.race;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The program behind the table in docs/measurements.md: races beside Power Tuning's rule. Arguments: runs for each
 * line, how many functions to generate, the file to write.
 */
final class RaceBars {

    static final List<Objective> OBJECTIVES = List.of(
            new Objective.Cost(), new Objective.Speed(), new Objective.Balanced(Objective.Balanced.DEFAULT_WEIGHT));

    /** What Power Tuning spends on sixteen sizes. */
    static final int ALL = 800;

    private static final String HEAD =
            """
            | function | objective | invocations (most) | regret | the rule's | in the zone | claim 95 % | of these in the zone |
            | --- | --- | --- | --- | --- | --- | --- | --- |
            """;

    private RaceBars() {}

    public static void main(String[] arguments) throws IOException {
        int runs = Integer.parseInt(arguments[0]);
        int generated = Integer.parseInt(arguments[1]);
        StringBuilder report = new StringBuilder();
        if (RealFunctions.available()) {
            append(report, "Measured functions", lines(RealFunctions.all(), runs, true));
        }
        append(report, "Model functions", lines(ModelFunctions.all(), runs, false));
        List<BarLine> made = lines(GeneratedFunctions.some(generated, 2), Math.max(1, runs / 10), false);
        append(report, "Generated functions", made);
        List<BarLine> sampled = lines(SampledFunctions.some(generated, 2), Math.max(1, runs / 10), true);
        append(report, "Functions of few samples with outliers", sampled);
        Files.writeString(Path.of(arguments[2]), report);
    }

    /** What a quarter or a tenth of Power Tuning's invocations are, or all of them. */
    static int limit(Objective objective, boolean measured) {
        if (!measured) {
            return ALL;
        }
        return objective instanceof Objective.Cost ? ALL / 10 : ALL / 4;
    }

    private static List<BarLine> lines(List<TrialFunction> functions, int runs, boolean measured) {
        List<BarLine> lines = new ArrayList<>();
        for (Objective objective : OBJECTIVES) {
            for (TrialFunction function : functions) {
                lines.add(BarLine.of(function, objective, limit(objective, measured), runs));
            }
        }
        return lines;
    }

    private static void append(StringBuilder report, String title, List<BarLine> lines) {
        report.append("\n").append(title).append("\n\n").append(HEAD);
        lines.forEach(line -> report.append(line.row()).append('\n'));
        for (Objective objective : OBJECTIVES) {
            String name = objective.getClass().getSimpleName();
            List<BarLine> own =
                    lines.stream().filter(line -> line.objective().equals(name)).toList();
            long claims = own.stream().mapToLong(BarLine::claims).sum();
            report.append(String.format(
                    Locale.ROOT,
                    "%n%s: %.0f invocations, regret %.3f %% for the rule's %.3f %%, in the zone %.1f %%,"
                            + " claims %d, of these right %.2f %%, regret above the rule's by 0.05 %% on %d of %d%n",
                    name,
                    own.stream().mapToDouble(BarLine::invocations).average().orElseThrow(),
                    100 * own.stream().mapToDouble(BarLine::regret).average().orElseThrow(),
                    100
                            * own.stream()
                                    .mapToDouble(BarLine::ruleRegret)
                                    .average()
                                    .orElseThrow(),
                    100 * own.stream().mapToDouble(BarLine::good).average().orElseThrow(),
                    claims,
                    100.0 * own.stream().mapToLong(BarLine::rightClaims).sum() / Math.max(1, claims),
                    own.stream()
                            .filter(line -> line.regret() > line.ruleRegret() + 0.0005)
                            .count(),
                    own.size()));
        }
    }
}
