package io.agentctl.control.place;

import io.agentctl.control.pricing.AlarmPriceTable;
import io.agentctl.control.pricing.LambdaPriceTable;
import io.agentctl.control.pricing.LambdaPriceTables;
import io.agentctl.control.pricing.PriceTable;
import io.agentctl.control.pricing.TablePriceTable;

/** Prices of a place's region in USD, the project's own where it has some. */
public final class RegionPrices {

    private final Place place;

    RegionPrices(Place place) {
        this.place = place;
    }

    /** Fargate's, of tasks. */
    public PriceTable services() {
        return Place.prices(place.settings(), place.region());
    }

    /** Lambda's. */
    public LambdaPriceTable functions() {
        return LambdaPriceTables.shipped().forRegion(place.region());
    }

    /** DynamoDB's. */
    public TablePriceTable tables() {
        return place.tablePrices();
    }

    /** CloudWatch's, of alarms. */
    public AlarmPriceTable alarms() {
        return Place.alarmPrices(place.settings());
    }
}
