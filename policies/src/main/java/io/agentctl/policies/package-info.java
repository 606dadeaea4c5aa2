/**
 * What a governance policy is, from its document to a decision and its place in the store. Knows nothing of servers and
 * commands.
 */
package io.agentctl.policies;
