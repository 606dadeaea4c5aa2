package io.agentctl.plane.configuration;

/**
 * What an operator of a control plane sets. Every section has its defaults, so that a small file is enough. A new
 * section is a record of its own, a component here, and a line in {@link ConfigurationReader}.
 *
 * @param server where it listens
 * @param limits what a caller may take
 * @param identity how callers prove who they are
 */
public record PlaneConfiguration(ServerSection server, LimitsSection limits, IdentitySection identity) {}
