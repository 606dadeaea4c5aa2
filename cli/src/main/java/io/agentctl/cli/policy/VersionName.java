package io.agentctl.cli.policy;

import io.agentctl.policies.document.PolicyId;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * A policy, and one of its versions where one is named.
 *
 * @param number empty for the newest
 */
record VersionName(PolicyId policy, Optional<Long> number) {

    /** Reads {@code token-cap} and {@code token-cap@3}. */
    static final class Converter implements ITypeConverter<VersionName> {

        @Override
        public VersionName convert(String text) {
            int at = text.indexOf('@');
            try {
                return at < 0
                        ? new VersionName(new PolicyId(text), Optional.empty())
                        : new VersionName(
                                new PolicyId(text.substring(0, at)), Optional.of(number(text.substring(at + 1))));
            } catch (IllegalArgumentException mistake) {
                throw new TypeConversionException(
                        "expected a policy, or a policy and a version such as token-cap@3: " + mistake.getMessage());
            }
        }

        private static long number(String text) {
            long number = Long.parseLong(text);
            if (number < 1) {
                throw new IllegalArgumentException("versions are counted from 1");
            }
            return number;
        }
    }
}
