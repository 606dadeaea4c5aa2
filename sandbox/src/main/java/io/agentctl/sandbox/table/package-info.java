/**
 * The control plane of DynamoDB tables: capacity, its quotas and its history, in front of an engine that has none.
 * Knows neither worlds nor HTTP.
 */
package io.agentctl.sandbox.table;
