package io.agentctl.cli.option;

import java.math.BigDecimal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A share from 0 to 1, from percent: {@code 60}, {@code 60%}, {@code 99.9}. */
public final class ShareConverter implements ITypeConverter<Double> {

    private static final double WHOLE = 100;

    @Override
    public Double convert(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (digits.matches("\\d{1,3}(\\.\\d{1,6})?") && Double.parseDouble(digits) <= WHOLE) {
            return new BigDecimal(digits).movePointLeft(2).doubleValue();
        }
        throw new TypeConversionException("'" + text + "' is not a percentage from 0 to 100");
    }
}
