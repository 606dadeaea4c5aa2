/**
 * How a new version takes over: canary, shadow, replay of recorded decisions. Depends on engine and on store's records.
 */
package io.agentctl.policies.rollout;
