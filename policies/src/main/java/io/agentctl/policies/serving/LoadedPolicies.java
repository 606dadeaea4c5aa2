package io.agentctl.policies.serving;

import io.agentctl.policies.engine.PolicySet;
import java.util.Optional;

/**
 * Policies that are ready to be enforced.
 *
 * @param trial the same set with the version that is being tried, if one is
 */
public record LoadedPolicies(PolicySet set, Optional<Trial> trial) {}
