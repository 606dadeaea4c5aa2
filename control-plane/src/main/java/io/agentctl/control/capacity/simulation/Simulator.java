package io.agentctl.control.capacity.simulation;

import io.agentctl.control.pricing.UnitPrice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Plays a demand against settings. What lies within a minute is not seen: a burst of seconds is taken for spread over
 * its minute. On demand nothing is throttled: a table that doubles its highest peak within half an hour would be.
 */
public final class Simulator {

    private static final double MINUTES_AN_HOUR = 60;

    private final Demand demand;
    private final UnitPrice price;

    public Simulator(Demand demand, UnitPrice price) {
        this.demand = demand;
        this.price = price;
    }

    Demand demand() {
        return demand;
    }

    /** What would have been. */
    public Simulated run(Setting setting) {
        Sum sum = new Sum();
        play(setting, sum);
        return sum.result(setting);
    }

    /** Every minute of what would have been. */
    public List<Minute> minutes(Setting setting) {
        List<Minute> minutes = new ArrayList<>(demand.minutes());
        play(setting, (capacity, served, throttled) -> minutes.add(new Minute(capacity, served, throttled)));
        return minutes;
    }

    private void play(Setting setting, Observer observer) {
        switch (setting) {
            case Setting.OnDemand ignored -> {
                for (int minute = 0; minute < demand.minutes(); minute++) {
                    observer.minute(0, demand.units(minute), 0);
                }
            }
            case Setting.Provisioned provisioned -> provision(ignored -> provisioned.units(), (served, minute) -> {}, observer);
            case Setting.AutoScaled scaled -> {
                AutoScaler scaler = new AutoScaler(scaled, demand.minutes() == 0 ? 0 : demand.units(0));
                provision(
                        ignored -> scaler.capacity(),
                        (served, minute) -> scaler.hear(served, demand.epochMinute(minute)),
                        observer);
            }
        }
    }

    private void provision(IntUnaryOperator capacityOf, Ear ear, Observer observer) {
        BurstBucket bucket = new BurstBucket();
        for (int minute = 0; minute < demand.minutes(); minute++) {
            int capacity = capacityOf.applyAsInt(minute);
            double asked = demand.units(minute);
            double served = bucket.serve(asked, capacity);
            observer.minute(capacity, served, asked - served);
            ear.hear(served, minute);
        }
    }

    /** Hears what was consumed. */
    private interface Ear {
        void hear(double served, int minute);
    }

    /** Sees every minute. */
    private interface Observer {
        void minute(int capacity, double served, double throttled);
    }

    private final class Sum implements Observer {

        private double served;
        private double throttled;
        private double capacityMinutes;
        private int least = Integer.MAX_VALUE;
        private int most;

        @Override
        public void minute(int capacity, double servedUnits, double throttledUnits) {
            served += servedUnits;
            throttled += throttledUnits;
            capacityMinutes += capacity;
            least = Math.min(least, capacity);
            most = Math.max(most, capacity);
        }

        Simulated result(Setting setting) {
            double usd = setting instanceof Setting.OnDemand
                    ? price.onDemandUsd(served)
                    : price.provisionedUsd(capacityMinutes / MINUTES_AN_HOUR);
            return new Simulated(
                    setting,
                    usd,
                    served + throttled,
                    throttled,
                    demand.minutes() == 0 ? 0 : capacityMinutes / demand.minutes(),
                    demand.minutes() == 0 ? 0 : least,
                    most);
        }
    }
}
