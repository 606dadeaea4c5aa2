/** Commands of the noun {@code policy}. Depends on the use cases of authoring and publishing. */
package io.agentctl.cli.policy;
