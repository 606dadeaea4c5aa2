package io.agentctl.cli.ops;

import io.agentctl.control.plan.ResourceId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A resource as lists print it: {@code ecs-service:main/api}. */
final class ResourceIdConverter implements ITypeConverter<ResourceId> {

    @Override
    public ResourceId convert(String text) {
        try {
            return ResourceId.parse(text);
        } catch (IllegalArgumentException notOne) {
            throw new TypeConversionException("'" + text + "' is not a resource such as ecs-service:main/api");
        }
    }
}
