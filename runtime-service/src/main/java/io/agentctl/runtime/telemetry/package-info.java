/**
 * What the runtime tells of itself: metrics and logs, masked and never waited for. Depends on dispatch's records and on
 * policies.
 */
package io.agentctl.runtime.telemetry;
