package io.agentctl.policies.document;

/**
 * The value of a parameter before its type is known.
 *
 * @param written as JSON: Boolean, Long, Double, String or a List of these
 * @param inferred what it is where no type is given: a Duration or Instant if an unquoted text reads as one
 */
record ParameterValue(Object written, Object inferred) {}
