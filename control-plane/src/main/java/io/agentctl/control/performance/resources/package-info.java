/** What a target's parts used while it was under load, read from CloudWatch. Depends on the result and on metrics. */
package io.agentctl.control.performance.resources;
