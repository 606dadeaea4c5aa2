package io.agentctl.cli.option;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** CPU units, of which a vCPU has 1024: {@code 512}, {@code 0.5vcpu}. */
public final class CpuUnitsConverter implements ITypeConverter<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)\\s*(vcpu)?");
    private static final BigDecimal UNITS = BigDecimal.valueOf(1024);

    @Override
    public Integer convert(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (size.matches()) {
            BigDecimal number = new BigDecimal(size.group(1));
            BigDecimal units = size.group(2) == null ? number : number.multiply(UNITS);
            if (units.stripTrailingZeros().scale() <= 0 && units.signum() > 0) {
                return units.intValueExact();
            }
        }
        throw new TypeConversionException("'" + text + "' is not a number of CPU units such as 512, or 0.5vcpu");
    }
}
