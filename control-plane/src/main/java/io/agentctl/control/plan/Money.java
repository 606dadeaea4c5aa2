package io.agentctl.control.plan;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * An amount in US dollars, kept to a hundredth of a cent. Positive costs, negative saves.
 *
 * @param usd the amount, scale 4
 */
public record Money(BigDecimal usd) implements Comparable<Money> {

    public static final Money ZERO = new Money(BigDecimal.ZERO);

    public Money {
        usd = usd.setScale(4, RoundingMode.HALF_EVEN);
    }

    /** Rounds a computed amount, which must be finite. */
    public static Money ofUsd(double amount) {
        return new Money(BigDecimal.valueOf(amount));
    }

    public Money plus(Money other) {
        return new Money(usd.add(other.usd));
    }

    public Money minus(Money other) {
        return new Money(usd.subtract(other.usd));
    }

    public Money times(double factor) {
        return new Money(usd.multiply(BigDecimal.valueOf(factor)));
    }

    @Override
    public int compareTo(Money other) {
        return usd.compareTo(other.usd);
    }

    /** For example {@code $12.34}, {@code -$0.50}. */
    @Override
    public String toString() {
        // Not by a format: the first one of a process takes 10 ms for the symbols of locales.
        StringBuilder digits =
                new StringBuilder(usd.abs().setScale(2, RoundingMode.HALF_UP).toPlainString());
        for (int comma = digits.length() - ".00".length() - 3; comma > 0; comma -= 3) {
            digits.insert(comma, ',');
        }
        return (usd.signum() < 0 ? "-$" : "$") + digits;
    }
}
