/**
 * Runs of use cases: asked for once, carried out on virtual threads, followed by any number of listeners, and finished
 * by another instance if theirs is lost. Knows nothing of HTTP.
 */
package io.agentctl.plane.run;
