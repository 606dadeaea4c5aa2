package io.agentctl.control.pricing;

import io.agentctl.control.plan.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/**
 * What dashboards cost, in every region the same.
 *
 * @param date when the price was read
 * @param source where it was read
 * @param month US dollars a month for one
 * @param free how many cost nothing
 */
public record DashboardPrice(LocalDate date, String source, double month, int free) {

    private record Rate(double month, int free) {}

    private static final PriceForm<DashboardKind, Rate> FORM = new PriceForm<>(
            DashboardKind.class,
            "kind of dashboard",
            List.of("date", "source"),
            List.of("month", "free"),
            numbers -> new Rate(numbers.get("month"), numbers.get("free").intValue()),
            prices -> {},
            "a price table has date, source, and regions with month and free for CUSTOM");

    public DashboardPrice {
        if (!(month >= 0) || Double.isInfinite(month) || free < 0) {
            throw new IllegalArgumentException("a price is finite and not negative: " + month + ", " + free);
        }
    }

    /** The price that is shipped. */
    public static DashboardPrice shipped() {
        PriceDocument.Prices<DashboardKind, Rate> prices = PriceDocument.shipped("dashboard-prices.yaml", FORM);
        Rate rate = prices.regions().get(PriceTables.DEFAULT_REGION).get(DashboardKind.CUSTOM);
        return new DashboardPrice(prices.date(), prices.source(), rate.month(), rate.free());
    }

    /** What so many cost a month together. */
    public Money all(int present) {
        return Money.ofUsd(month * Math.max(0, present - free));
    }

    /** What another one costs a month, where there are some already. */
    public Money another(int present) {
        return present < free ? Money.ZERO : Money.ofUsd(month);
    }

    /** One line for the reader. */
    public String description() {
        return String.format(
                Locale.ROOT,
                "CloudWatch list price of %s, %s: $%.2f a month for each dashboard over %d",
                date,
                source,
                month,
                free);
    }
}
