/** The runtime: health, dispatch under governance, telemetry, as a service of its own. Depends on policies alone. */
package io.agentctl.runtime;
