/**
 * What can be made to go wrong between a caller and the simulated services. May depend on the JDK and on the
 * deployments that can be made to fail.
 */
package io.agentctl.sandbox.fault;
