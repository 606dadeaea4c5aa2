/**
 * Commands of the noun {@code runtime}: talking to a runtime that runs. Depends on the use cases of runtime and
 * publishing.
 */
package io.agentctl.cli.runtime;
