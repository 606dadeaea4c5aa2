package io.agentctl.control.alarms.upkeep;

import io.agentctl.control.plan.Money;
import io.agentctl.control.pricing.AlarmPriceTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the alarms of one owner cost.
 *
 * @param owner whose they are by their descriptions, such as {@code acme/availability}; empty where agentctl did not
 *     make them
 * @param alarms how many there are
 * @param unpriced how many of them are of a kind whose price is not known here, such as on an anomaly band
 * @param monthly US dollars a month for the others
 */
public record AlarmSpend(String owner, int alarms, int unpriced, Money monthly) {

    /** Adds up, by owner in their order. */
    static List<AlarmSpend> of(List<ObservedAlarm> alarms, AlarmPriceTable prices) {
        Map<String, List<ObservedAlarm>> byOwner = new TreeMap<>();
        alarms.forEach(alarm -> byOwner.computeIfAbsent(
                        alarm.owner().map(ListAlarms::text).orElse(""), owner -> new ArrayList<>())
                .add(alarm));
        List<AlarmSpend> spends = new ArrayList<>();
        byOwner.forEach((owner, theirs) -> spends.add(of(owner, theirs, prices)));
        return spends;
    }

    private static AlarmSpend of(String owner, List<ObservedAlarm> alarms, AlarmPriceTable prices) {
        List<Money> priced = alarms.stream()
                .flatMap(alarm -> alarm.definition().stream())
                .map(alarm -> AlarmPrices.monthly(alarm, prices))
                .toList();
        return new AlarmSpend(
                owner,
                alarms.size(),
                alarms.size() - priced.size(),
                priced.stream().reduce(Money.ZERO, Money::plus));
    }
}
