/**
 * What is remembered of services between runs of the windows: what they were before they were put to sleep, and who
 * wants them otherwise for a while. Written on conditions only, to the team's table or to files.
 */
package io.agentctl.control.windows.state;
