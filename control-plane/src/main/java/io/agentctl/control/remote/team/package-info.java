/**
 * What a team does at a control plane besides running use cases: look who one is, decide on what waits for a second
 * person, hand out tokens. What both sides say, and the caller's side.
 */
package io.agentctl.control.remote.team;
