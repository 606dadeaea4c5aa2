/**
 * Programs that measure the runtime, run by hand as docs/measurements.md says. Depend on the runtime, started as it is
 * shipped.
 */
package io.agentctl.runtime.bench;
