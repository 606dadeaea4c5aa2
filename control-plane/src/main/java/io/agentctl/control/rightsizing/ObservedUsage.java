package io.agentctl.control.rightsizing;

/**
 * What was read of a service's past.
 *
 * @param usage what it used
 * @param resizes whether all sizes in force are known
 */
record ObservedUsage(ServiceUsage usage, Resizes resizes) {}
