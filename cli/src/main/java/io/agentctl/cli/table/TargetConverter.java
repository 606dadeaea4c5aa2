package io.agentctl.cli.table;

import io.agentctl.control.capacity.simulation.Setting.AutoScaled;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The utilization that scaling aims at, in whole percent: {@code 70}, {@code 70%}. */
final class TargetConverter implements ITypeConverter<Integer> {

    @Override
    public Integer convert(String text) {
        String digits = text.endsWith("%") ? text.substring(0, text.length() - 1) : text;
        if (digits.matches("\\d{1,3}")) {
            int percent = Integer.parseInt(digits);
            if (percent >= AutoScaled.LEAST_TARGET && percent <= AutoScaled.MOST_TARGET) {
                return percent;
            }
        }
        throw new TypeConversionException("a target is " + AutoScaled.LEAST_TARGET + "% to " + AutoScaled.MOST_TARGET
                + "%, in whole percent, not '" + text + "'");
    }
}
