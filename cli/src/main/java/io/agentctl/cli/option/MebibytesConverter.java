package io.agentctl.cli.option;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** MiB: {@code 1024}, {@code 512MiB}, {@code 2GiB}. AWS writes GB where it means GiB, so {@code 2GB} is the same. */
public final class MebibytesConverter implements ITypeConverter<Integer> {

    private static final Pattern SIZE = Pattern.compile("(\\d{1,6}(?:\\.\\d{1,4})?)\\s*(mib|mb|m|gib|gb|g)?");
    private static final BigDecimal PER_GIB = BigDecimal.valueOf(1024);

    @Override
    public Integer convert(String text) {
        Matcher size = SIZE.matcher(text.toLowerCase(Locale.ROOT));
        if (size.matches()) {
            BigDecimal number = new BigDecimal(size.group(1));
            boolean gib = size.group(2) != null && size.group(2).startsWith("g");
            BigDecimal mebibytes = gib ? number.multiply(PER_GIB) : number;
            if (mebibytes.stripTrailingZeros().scale() <= 0 && mebibytes.signum() > 0) {
                return mebibytes.intValueExact();
            }
        }
        throw new TypeConversionException("'" + text + "' is not a size such as 1024 (MiB), 512MiB or 2GiB");
    }
}
