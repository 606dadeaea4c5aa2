package io.agentctl.cli.policy;

import io.agentctl.policies.document.Effect;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code allow} and {@code deny}. */
final class EffectConverter implements ITypeConverter<Effect> {

    @Override
    public Effect convert(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "allow" -> Effect.ALLOW;
            case "deny" -> Effect.DENY;
            default -> throw new TypeConversionException("expected allow or deny, not " + text);
        };
    }
}
