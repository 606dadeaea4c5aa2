/**
 * The state of the project as it changes, read once for all who look: one poller, asleep while nobody does. Depends on
 * the control plane; knows no HTTP.
 */
package io.agentctl.plane.live;
