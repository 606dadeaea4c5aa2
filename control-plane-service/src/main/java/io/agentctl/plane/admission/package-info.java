/**
 * Letting runs begin, whoever asks for them and however: the decision, what has to be waited for, what is written down.
 * Knows no HTTP.
 */
package io.agentctl.plane.admission;
