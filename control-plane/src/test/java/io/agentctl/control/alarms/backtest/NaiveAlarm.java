package io.agentctl.control.alarms.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An alarm as one would write it down from the user guide ("Configuring how CloudWatch alarms treat missing data" and
 * "Percentile-based alarms and low data samples"), sentence by sentence, with words for states. It shares no code with
 * what it checks.
 */
final class NaiveAlarm {
    private final GeneratedPair pair;
    private String state = "INSUFFICIENT_DATA";

    NaiveAlarm(GeneratedPair pair) {
        this.pair = pair;
    }

    /** Decides at a time, given what it decided before. */
    String decide(long now) {
        int wanted = pair.rule().evaluationPeriods();
        int toAlarm = pair.rule().datapointsToAlarm();
        List<Double> found = new ArrayList<>();
        int periodsLookedAt = 0;
        int periodOfOldest = 0;
        boolean fewSamples = false;
        // The range is two periods longer than what is evaluated; what is found first counts.
        while (periodsLookedAt < wanted + 2 && found.size() < wanted) {
            periodsLookedAt++;
            long from = now - (long) periodsLookedAt * pair.rule().periodSeconds();
            Optional<GeneratedPair.Point> point = pair.point(from);
            if (point.isPresent()) {
                found.add(point.get().value());
                periodOfOldest = periodsLookedAt;
                // Ten over one minus the ninetieth percentile are a hundred.
                fewSamples |=
                        pair.rule().fewSamples().isPresent() && point.get().count() < 100;
            }
        }
        if (!fewSamples) {
            state = decide(found, wanted, toAlarm, periodOfOldest);
        }
        return state;
    }

    private String decide(List<Double> found, int wanted, int toAlarm, int periodOfOldest) {
        int bad = 0;
        for (double value : found) {
            bad += bad(value) ? 1 : 0;
        }
        int lacking = wanted - found.size();
        String treatment = pair.rule().missing().awsName();
        if (lacking > 0 && treatment.equals("breaching")) {
            bad += lacking;
        }
        if (bad >= toAlarm) {
            return "ALARM";
        }
        if (lacking == 0 || treatment.equals("breaching") || treatment.equals("notBreaching")) {
            return "OK";
        }
        if (found.isEmpty()) {
            return treatment.equals("ignore") ? state : "INSUFFICIENT_DATA";
        }
        if (bad == found.size() && periodOfOldest >= toAlarm) {
            return treatment.equals("ignore") ? state : "ALARM";
        }
        return "OK";
    }

    private boolean bad(double value) {
        double threshold = pair.rule().threshold();
        return switch (pair.rule().comparison().awsName()) {
            case "GreaterThanThreshold" -> value > threshold;
            case "GreaterThanOrEqualToThreshold" -> value >= threshold;
            case "LessThanThreshold" -> value < threshold;
            case "LessThanOrEqualToThreshold" -> value <= threshold;
            default -> throw new AssertionError(pair.rule().comparison());
        };
    }
}
