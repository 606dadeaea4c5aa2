/**
 * Changes that take two: who asks waits, somebody else agrees to exactly what was asked, once and for a while. The
 * states are pure; stores write on the condition that nobody else wrote meanwhile.
 */
package io.agentctl.plane.approval;
