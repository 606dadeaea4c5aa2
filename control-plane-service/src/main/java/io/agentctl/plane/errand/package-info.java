/**
 * What schedules do: which use case, what it is asked from files as they are, and what of its answer is not as it
 * should be. Reads files, and calls nobody.
 */
package io.agentctl.plane.errand;
