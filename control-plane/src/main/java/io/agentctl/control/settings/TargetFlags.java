package io.agentctl.control.settings;

import java.util.Optional;

/** Where a command goes, as it was typed: {@code --context --profile --region --endpoint-url}. */
public record TargetFlags(
        Optional<String> context, Optional<String> profile, Optional<String> region, Optional<String> endpointUrl) {

    /** Nothing typed. */
    public static final TargetFlags NONE =
            new TargetFlags(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
