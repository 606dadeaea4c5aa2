/**
 * What is done at its times without anybody asking: due times (pure), one leader among the instances by a lease in the
 * table, and the runs that it begins. Knows runs, and nothing of HTTP.
 */
package io.agentctl.plane.schedule;
