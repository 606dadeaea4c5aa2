/** Decisions: the policies of an environment, indexed, and evaluated within bounds. Depends on compile. */
package io.agentctl.policies.engine;
