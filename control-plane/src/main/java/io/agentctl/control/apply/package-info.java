/**
 * Carrying out plans of any capability, an operation for each resource. Depends on plans and the journal; a capability
 * takes part by an {@code Applier}.
 */
package io.agentctl.control.apply;
