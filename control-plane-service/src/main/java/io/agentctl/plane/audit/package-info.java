/**
 * What this control plane writes into the audit log, and when. The log itself is in {@code io.agentctl.control.audit}.
 */
package io.agentctl.plane.audit;
