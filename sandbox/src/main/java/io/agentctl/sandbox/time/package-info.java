/** The sandbox's time: a clock that can be moved, and the events that are due on it. May depend on the JDK only. */
package io.agentctl.sandbox.time;
