package io.agentctl.cli.ecs.workbench;

import io.agentctl.cli.output.StyledLine;
import io.agentctl.cli.output.Tone;
import io.agentctl.cli.output.chart.Chart;
import io.agentctl.cli.output.chart.Curve;
import io.agentctl.cli.output.chart.Threshold;
import io.agentctl.cli.output.chart.TimeAxis;
import io.agentctl.cli.screen.Look;
import io.agentctl.control.fargate.TaskSize;
import io.agentctl.control.metrics.Series;
import io.agentctl.control.rightsizing.SizeTrial;
import io.agentctl.control.rightsizing.Sizing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** CPU and memory over the look-back, beside each other, against what runs and what is tried. */
final class UsageCharts {

    private static final int GAP = 2;
    private static final int VALUES_A_COLUMN = 4;
    private static final double MIB_PER_GIB = 1024;

    private UsageCharts() {}

    /** The titles and the charts: exactly {@code rows} lines. */
    static List<StyledLine> lines(SizeTrial trial, Choice choice, int columns, int rows, Look look) {
        Sizing now = trial.advice().current();
        TaskSize size = choice.size(trial);
        int width = (columns - GAP) / 2;
        List<StyledLine> cpu = chart(
                "CPU, vCPU",
                trial.cpuUsed(),
                trial.vcpu(now.size(), Math.max(1, now.tasks())),
                trial.vcpu(size, choice.tasks(trial)),
                width,
                rows,
                look);
        List<StyledLine> memory = chart(
                "memory a task, GiB",
                trial.memoryUsed(),
                now.memory() / MIB_PER_GIB,
                size.memoryMib() / MIB_PER_GIB,
                width,
                rows,
                look);
        List<StyledLine> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            lines.add(cpu.get(row)
                    .exactly(width, look.theme())
                    .plus(" ".repeat(GAP))
                    .plus(memory.get(row)));
        }
        return lines;
    }

    private static List<StyledLine> chart(
            String title, Series used, double now, double tried, int columns, int rows, Look look) {
        List<StyledLine> lines = new ArrayList<>();
        lines.add(StyledLine.of(Tone.FAINT, " " + title + ": ")
                .plus("now " + number(now) + "  ")
                .plus(Tone.ACCENT, "tried " + number(tried)));
        if (used.isEmpty()) {
            lines.add(StyledLine.of(Tone.FAINT, " not measured"));
            while (lines.size() < rows) {
                lines.add(StyledLine.EMPTY);
            }
            return lines;
        }
        Chart chart = new Chart(
                new TimeAxis(used.start(), used.end(), look.zone()),
                List.of(Curve.line(peaks(used, VALUES_A_COLUMN * columns), Tone.GOOD)),
                List.of(new Threshold(now, Tone.STRONG), new Threshold(tried, Tone.ACCENT)),
                UsageCharts::number);
        lines.addAll(chart.lines(columns, rows - 1, look.theme(), look.alphabet()));
        return lines;
    }

    /** At most so many values: the highest of each stretch, for a peak is what a reader looks for. */
    private static Series peaks(Series used, int most) {
        int stretch = Math.max(1, used.size() / Math.max(1, most));
        double[] highest = new double[(used.size() + stretch - 1) / stretch];
        for (int index = 0; index < highest.length; index++) {
            highest[index] = used.slice(index * stretch, Math.min(used.size(), (index + 1) * stretch))
                    .max();
        }
        return Series.of(used.start(), used.period().multipliedBy(stretch), highest);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.endsWith(".00") ? text.substring(0, text.length() - 3) : text;
    }
}
