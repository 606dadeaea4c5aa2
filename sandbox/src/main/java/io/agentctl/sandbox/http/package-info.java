/**
 * The sandbox's one port: the emulated services, DynamoDB behind them, and the administration of the sandbox. May
 * depend on everything below it; only the sandbox itself depends on it.
 */
package io.agentctl.sandbox.http;
