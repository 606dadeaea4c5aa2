/** Talking to a runtime as its callers do: dispatch, health. Depends on error and progress. */
package io.agentctl.control.runtime;
