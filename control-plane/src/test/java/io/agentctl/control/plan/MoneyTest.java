package io.agentctl.control.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import org.junit.jupiter.api.Test;

class MoneyTest {

    @Test
    void printsDollarsAndCents() {
        assertThat(Money.ofUsd(12.345)).hasToString("$12.35");
        assertThat(Money.ofUsd(-0.5)).hasToString("-$0.50");
        assertThat(Money.ZERO).hasToString("$0.00");
        assertThat(Money.ofUsd(999.999)).hasToString("$1,000.00");
        assertThat(Money.ofUsd(1_234_567.891)).hasToString("$1,234,567.89");
    }

    @Property(tries = 200)
    void printsWhatAFormatterPrints(@ForAll @BigRange(min = "0", max = "10000000") BigDecimal usd) {
        Money money = new Money(usd);

        assertThat(money.toString()).isEqualTo("$" + String.format(Locale.ROOT, "%,.2f", money.usd()));
    }
}
