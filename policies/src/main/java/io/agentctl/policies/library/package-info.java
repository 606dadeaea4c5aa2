/** The policies that are shipped, as texts to start from. Depends on nothing. */
package io.agentctl.policies.library;
