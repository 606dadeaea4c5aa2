package io.agentctl.policies.testing;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

/** Neighbours of a number, written as it was written: a whole number by one, one with decimals by a tenth of itself. */
final class MovedNumber {

    private static final BigDecimal TENTH = new BigDecimal("0.1");

    private MovedNumber() {}

    static List<String> of(String literal) {
        String lower = literal.toLowerCase(Locale.ROOT);
        if (lower.startsWith("0x")) {
            return hexadecimal(lower);
        }
        String suffix = lower.endsWith("u") ? "u" : "";
        String digits = lower.substring(0, lower.length() - suffix.length());
        if (digits.contains(".") || digits.contains("e")) {
            BigDecimal value = new BigDecimal(digits);
            return List.of(decimal(up(value)), decimal(down(value)));
        }
        BigInteger value = new BigInteger(digits);
        BigInteger below = value.subtract(BigInteger.ONE);
        // Without a sign a literal has no number below zero; "-1" in brackets reads the same everywhere.
        String belowText = below.signum() < 0 ? "(" + below + ")" : below + suffix;
        return List.of(value.add(BigInteger.ONE) + suffix, belowText);
    }

    /** A tenth more, or a tenth from zero. */
    static BigDecimal up(BigDecimal value) {
        return value.add(step(value));
    }

    /** A tenth less, or a tenth below zero. */
    static BigDecimal down(BigDecimal value) {
        return value.subtract(step(value));
    }

    private static BigDecimal step(BigDecimal value) {
        return value.signum() == 0 ? TENTH : value.abs().multiply(TENTH);
    }

    private static String decimal(BigDecimal value) {
        String text = value.stripTrailingZeros().toPlainString();
        String dotted = text.contains(".") ? text : text + ".0";
        return value.signum() < 0 ? "(" + dotted + ")" : dotted;
    }

    private static List<String> hexadecimal(String literal) {
        String suffix = literal.endsWith("u") ? "u" : "";
        BigInteger value = new BigInteger(literal.substring(2, literal.length() - suffix.length()), 16);
        return List.of("0x" + value.add(BigInteger.ONE).toString(16) + suffix);
    }
}
