package io.agentctl.cli.perf;

import io.agentctl.control.performance.scenario.Rate;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Rates: {@code 50/s}, {@code 1000/m}, {@code 3600/h}. */
final class RateConverter implements ITypeConverter<Rate> {

    @Override
    public Rate convert(String text) {
        try {
            Rate rate = Rate.parse(text);
            if (rate.perSecond() > 0) {
                return rate;
            }
        } catch (IllegalArgumentException unfit) {
            throw new TypeConversionException(unfit.getMessage());
        }
        throw new TypeConversionException("'" + text + "' sends nothing: a rate is over 0, such as 50/s");
    }
}
