package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.catalogue.PerformanceUseCases;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.performance.history.HistoryFigure;
import io.agentctl.control.performance.watch.FindRegressions;
import io.agentctl.control.performance.watch.SeriesSource;
import io.agentctl.control.schedules.ScheduleFinding;
import java.util.List;
import java.util.Optional;

/**
 * Whether a scenario's runs in the team's history became worse.
 *
 * @param scenario its name
 * @param figure which of its figures
 * @param threshold the smallest change that matters, as a share
 */
public record LoadTrend(String scenario, HistoryFigure figure, double threshold) implements Errand {

    @Override
    public NamedUseCase<?, ?> useCase() {
        return PerformanceUseCases.REGRESS;
    }

    @Override
    public JsonNode request(Sources sources) {
        return RecordTree.of(new FindRegressions.Request(
                new SeriesSource.OfTeamHistory(Optional.of(scenario), figure),
                threshold,
                figure.worse(),
                new FindRegressions.Causes(true, List.of())));
    }

    @Override
    public List<ScheduleFinding> findings(JsonNode result) {
        return Regressions.of(
                result,
                "agentctl perf regress --scenario " + scenario + " --figure " + figure.text() + " shows it anew.");
    }

    @Override
    public String text() {
        return "regressions of " + scenario + " " + figure.text();
    }
}
