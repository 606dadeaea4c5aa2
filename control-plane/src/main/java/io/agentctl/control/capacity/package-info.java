/**
 * Tables and their capacity: observed, priced against past use (in {@code simulation}), switched between modes, scaled,
 * audited, each change with its way back. Its gateways alone talk to DynamoDB's control plane.
 */
package io.agentctl.control.capacity;
