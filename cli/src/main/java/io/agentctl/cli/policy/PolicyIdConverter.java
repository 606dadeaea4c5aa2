package io.agentctl.cli.policy;

import io.agentctl.policies.document.PolicyId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a policy's id. */
final class PolicyIdConverter implements ITypeConverter<PolicyId> {

    @Override
    public PolicyId convert(String text) {
        try {
            return new PolicyId(text);
        } catch (IllegalArgumentException mistake) {
            throw new TypeConversionException(mistake.getMessage());
        }
    }
}
