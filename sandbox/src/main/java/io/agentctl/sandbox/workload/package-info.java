/** What the simulated services have to do, and how busy that makes their tasks. May depend on the JDK only. */
package io.agentctl.sandbox.workload;
