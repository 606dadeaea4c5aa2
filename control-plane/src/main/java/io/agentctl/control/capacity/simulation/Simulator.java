package io.agentctl.control.capacity.simulation;

import io.agentctl.control.pricing.UnitPrice;
import java.util.ArrayList;
import java.util.List;

/**
 * Plays a demand against settings. What lies within a minute is not seen: a burst of seconds is taken for spread over
 * its minute. On demand nothing is throttled: a table that doubles its highest peak within half an hour would be.
 */
public final class Simulator {

    private static final double MINUTES_AN_HOUR = 60;

    private final Demand demand;
    private final UnitPrice price;
    private final double total;

    public Simulator(Demand demand, UnitPrice price) {
        this.demand = demand;
        this.price = price;
        this.total = demand.total();
    }

    Demand demand() {
        return demand;
    }

    /** What would have been. */
    public Simulated run(Setting setting) {
        return setting instanceof Setting.OnDemand
                ? new Simulated(setting, price.onDemandUsd(total), total, 0, 0, 0, 0)
                : play(setting, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, new Recorder(null));
    }

    /**
     * What would have been, as long as it is within bounds; null once it is not, for a search tries thousands.
     *
     * @param setting a provisioned one
     * @param usd what it may cost
     * @param throttledShare the share of what is asked for that may be refused
     */
    Simulated runWithin(Setting setting, double usd, double throttledShare) {
        return play(setting, usd, throttledShare * total, new Recorder(null));
    }

    /** Every minute of what would have been. */
    public List<Minute> minutes(Setting setting) {
        List<Minute> minutes = new ArrayList<>(demand.minutes());
        if (setting instanceof Setting.OnDemand) {
            for (int minute = 0; minute < demand.minutes(); minute++) {
                minutes.add(new Minute(0, demand.units(minute), 0));
            }
        } else {
            play(setting, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY, new Recorder(minutes));
        }
        return minutes;
    }

    private Simulated play(Setting setting, double mostUsd, double mostThrottled, Recorder recorder) {
        BurstBucket bucket = new BurstBucket();
        AutoScaler scaler = setting instanceof Setting.AutoScaled scaled
                ? new AutoScaler(scaled, demand.minutes() == 0 ? 0 : demand.units(0))
                : null;
        int fixed = setting instanceof Setting.Provisioned provisioned ? provisioned.units() : 0;
        double mostUnitMinutes = mostUsd / price.provisionedUsd(1 / MINUTES_AN_HOUR);
        for (int minute = 0; minute < demand.minutes(); minute++) {
            int capacity = scaler == null ? fixed : scaler.capacity();
            double asked = demand.units(minute);
            double served = bucket.serve(asked, capacity);
            recorder.minute(capacity, served, asked - served);
            if (recorder.throttled > mostThrottled || recorder.unitMinutes > mostUnitMinutes) {
                return null;
            }
            if (scaler != null) {
                scaler.hear(served, demand.epochMinute(minute));
            }
        }
        return recorder.result(setting);
    }

    private final class Recorder {

        private final List<Minute> minutes;
        private double throttled;
        private double unitMinutes;
        private int least = Integer.MAX_VALUE;
        private int most;

        /**
         * Begins.
         *
         * @param minutes where to keep each; null for the sums alone
         */
        Recorder(List<Minute> minutes) {
            this.minutes = minutes;
        }

        void minute(int capacity, double served, double refused) {
            throttled += refused;
            unitMinutes += capacity;
            least = Math.min(least, capacity);
            most = Math.max(most, capacity);
            if (minutes != null) {
                minutes.add(new Minute(capacity, served, refused));
            }
        }

        Simulated result(Setting setting) {
            int count = demand.minutes();
            return new Simulated(
                    setting,
                    price.provisionedUsd(unitMinutes / MINUTES_AN_HOUR),
                    total,
                    throttled,
                    count == 0 ? 0 : unitMinutes / count,
                    count == 0 ? 0 : least,
                    most);
        }
    }
}
