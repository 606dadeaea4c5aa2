/**
 * The control plane as a service: the use cases of {@code io.agentctl.control} offered over HTTP to a team. Composition
 * root and configuration; what it is made of is in the packages below.
 */
package io.agentctl.plane;
