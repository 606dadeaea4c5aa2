/** How a new version takes over: canary, shadow, replay of recorded decisions. Depends on engine. */
package io.agentctl.policies.rollout;
