package io.agentctl.policies.store;

import io.agentctl.policies.document.PolicyId;
import java.time.Instant;

/**
 * A line of the catalogue.
 *
 * @param owner who answers for the policy
 * @param newest its newest version, whether or not it is in force anywhere
 * @param actor who published that
 * @param at when
 */
public record CataloguedPolicy(PolicyId policy, String owner, VersionRef newest, String actor, Instant at) {}
