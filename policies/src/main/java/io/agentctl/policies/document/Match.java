package io.agentctl.policies.document;

import java.util.List;

/**
 * What a policy speaks about; on everything else it is silent.
 *
 * @param intents names of intents, where a trailing {@code *} stands for any ending; empty for all
 * @param environments names of environments; empty for all
 */
public record Match(List<String> intents, List<String> environments) {

    public static final Match EVERYTHING = new Match(List.of(), List.of());

    public Match {
        intents = List.copyOf(intents);
        environments = List.copyOf(environments);
    }
}
