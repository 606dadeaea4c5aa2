/** Evenly spaced series of measurements and what is read from them. Depends on nothing. */
package io.agentctl.control.metrics;
