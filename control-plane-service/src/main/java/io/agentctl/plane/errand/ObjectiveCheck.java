package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.ObjectivesUseCases;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.schedules.ScheduleFinding;
import io.agentctl.control.slo.report.ObjectiveReport;
import io.agentctl.control.slo.report.ReportObjectives;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether objectives are kept.
 *
 * @param file objectives: a file or folder, or {@link Sources#PROJECT}
 */
public record ObjectiveCheck(String file) implements Errand {

    private static final double PERCENT = 100;
    private static final double OFTEN = 2;

    @Override
    public NamedUseCase<?, ?> useCase() {
        return ObjectivesUseCases.REPORT;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(
                new ReportObjectives.Request(sources.monitoring(file).objectives(), Duration.ZERO));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        return RecordReader.read(result, ReportObjectives.Result.class).objectives().stream()
                .map(ObjectiveCheck::finding)
                .flatMap(Optional::stream)
                .toList();
    }

    /** What burns and what is missed are two findings: whoever heard of the one wants to hear of the other. */
    private static Optional<ScheduleFinding> finding(ObjectiveReport report) {
        String spent = report.budget().spentShare().isPresent()
                ? "; " + spent(report.budget().spentShare().getAsDouble())
                : "";
        String next = "agentctl slo report shows how it went.";
        return switch (report.standing()) {
            case KEPT -> Optional.empty();
            case BURNING ->
                Optional.of(new ScheduleFinding(
                        "budget of objective " + report.name(),
                        "is being spent faster than it lasts" + spent + " (" + report.promise() + ")",
                        next));
            case MISSED ->
                Optional.of(new ScheduleFinding(
                        "objective " + report.name(), "is missed" + spent + " (" + report.promise() + ")", next));
            case UNKNOWN ->
                Optional.of(new ScheduleFinding(
                        "measurements of objective " + report.name(),
                        "are missing: nobody knows whether it is kept",
                        "agentctl slo check tells whether its metrics are there."));
        };
    }

    /** Shares of hundreds of percent are read as how many budgets that is. */
    private static String spent(double share) {
        return share < OFTEN
                ? String.format(Locale.ROOT, "%.0f %% of its budget is spent", PERCENT * share)
                : String.format(Locale.ROOT, "its budget is spent %.0f times over", share);
    }

    @Override
    public String text() {
        return "objectives of " + (file.equals(Sources.PROJECT) ? "the project" : file);
    }
}
