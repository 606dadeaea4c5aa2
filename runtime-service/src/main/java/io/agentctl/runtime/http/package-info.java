/**
 * The runtime's HTTP side: what comes in is checked here, what goes out is written here. Depends on dispatch, policy
 * and telemetry.
 */
package io.agentctl.runtime.http;
