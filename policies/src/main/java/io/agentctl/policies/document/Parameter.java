package io.agentctl.policies.document;

/**
 * A value that rules refer to as {@code parameters.NAME}, so that a limit can be found and moved without reading CEL.
 *
 * @param name letters, digits and underscores
 * @param value its default, which fits the type: Boolean, Long, Double, String, Duration, Instant or an immutable List
 *     of String or Long; values per environment are versions of the policy
 * @param description what it is; may be empty
 */
public record Parameter(String name, ValueType type, Object value, String description) {}
