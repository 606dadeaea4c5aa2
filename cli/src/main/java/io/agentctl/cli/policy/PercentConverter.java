package io.agentctl.cli.policy;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads whole percents from 1 to 99, with or without their sign. */
final class PercentConverter implements ITypeConverter<Integer> {

    private static final int MOST = 99;

    @Override
    public Integer convert(String text) {
        try {
            int percent = Integer.parseInt(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
            if (percent >= 1 && percent <= MOST) {
                return percent;
            }
        } catch (NumberFormatException notANumber) {
            throw wrong(text, notANumber);
        }
        throw wrong(text, null);
    }

    private static TypeConversionException wrong(String text, Exception cause) {
        TypeConversionException wrong =
                new TypeConversionException("expected a percentage from 1% to 99%, not " + text);
        wrong.initCause(cause);
        return wrong;
    }
}
