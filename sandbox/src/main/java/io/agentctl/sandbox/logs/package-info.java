/**
 * Amazon CloudWatch Logs: groups, streams and events, of which lines in embedded metric format become metrics. May
 * depend on metrics, time, and the SDK's models of both.
 */
package io.agentctl.sandbox.logs;
