package io.agentctl.control.alarms.replay;

import io.agentctl.control.alarms.compose.Composition;
import io.agentctl.control.alarms.compose.ExpectedPages;
import io.agentctl.control.alarms.definition.AlarmDefinition;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How often alarms would have told somebody over the last two weeks. */
public final class PagesOfHistory implements ExpectedPages {

    private static final Duration LOOKED_AT = Duration.ofDays(14);
    private static final double WEEKS = 2;

    private final HistoryReader history;
    private final Clock clock;

    public PagesOfHistory(HistoryReader history, Clock clock) {
        this.history = history;
        this.clock = clock;
    }

    /** Alarms of which nothing was measured are left out: that they would not have paged says nothing. */
    @Override
    public Map<String, Double> aWeek(Composition composition) {
        List<AlarmDefinition> alarms = composition.alarms().toList();
        if (alarms.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        Minutes minutes = Minutes.between(now.minus(LOOKED_AT), now);
        Measured measured = history.read(alarms.stream().flatMap(Wanted::of).toList(), minutes, now);
        Map<String, Double> pages = new TreeMap<>();
        for (AlarmResult alarm :
                Replay.of(alarms, List.of(), measured, minutes, List.of()).alarms()) {
            if (alarm.tells() && !isAllUncertain(alarm, minutes)) {
                pages.put(alarm.name(), alarm.pages().size() / WEEKS);
            }
        }
        return pages;
    }

    private static boolean isAllUncertain(AlarmResult alarm, Minutes minutes) {
        return Stretch.total(alarm.uncertain()).toMinutes() == minutes.count();
    }
}
