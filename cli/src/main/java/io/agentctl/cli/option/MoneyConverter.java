package io.agentctl.cli.option;

import io.agentctl.control.plan.Money;
import java.math.BigDecimal;
import picocli.CommandLine.TypeConversionException;

/** US dollars: {@code 12.50}, {@code $12.50}, {@code 12.50USD}. */
final class MoneyConverter {

    private MoneyConverter() {}

    static Money parse(String text) {
        String digits = text.startsWith("$") ? text.substring(1) : text.replaceFirst(" ?USD$", "");
        if (!digits.matches("\\d{1,12}(\\.\\d{1,4})?")) {
            throw new TypeConversionException("'" + text + "' is not an amount in US dollars such as 12.50");
        }
        return new Money(new BigDecimal(digits));
    }
}
