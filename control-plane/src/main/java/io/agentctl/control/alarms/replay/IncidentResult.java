package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.backtest.Incident;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of an incident.
 *
 * @param start when it began
 * @param end when it was over
 * @param foundBy the alarm that told somebody first; empty if none did
 * @param delay from its beginning until then
 * @param budgets what it spent of objectives that it touched
 */
public record IncidentResult(
        Instant start, Instant end, Optional<String> foundBy, Optional<Duration> delay, List<Spent> budgets) {

    public IncidentResult {
        budgets = List.copyOf(budgets);
    }

    /**
     * Of an objective's whole error budget.
     *
     * @param untilFound the share until somebody was told; all of it if nobody was
     * @param inAll the share until the incident's end
     */
    public record Spent(String objective, double untilFound, double inAll) {}

    static IncidentResult of(Incident incident, List<Replay.Page> pages, Map<String, BudgetMeter> meters) {
        Optional<Replay.Page> found = incident.firstOf(
                        pages.stream().map(Replay.Page::at).toList())
                .flatMap(at ->
                        pages.stream().filter(page -> page.at().equals(at)).findFirst());
        Instant until = found.map(Replay.Page::at).orElse(incident.end());
        List<Spent> budgets = new ArrayList<>();
        meters.forEach((objective, meter) -> {
            double inAll = meter.spent(incident.start(), incident.end());
            if (inAll > 0) {
                budgets.add(new Spent(objective, meter.spent(incident.start(), until), inAll));
            }
        });
        return new IncidentResult(
                incident.start(),
                incident.end(),
                found.map(Replay.Page::alarm),
                found.map(page -> Duration.between(incident.start(), page.at())),
                budgets);
    }
}
