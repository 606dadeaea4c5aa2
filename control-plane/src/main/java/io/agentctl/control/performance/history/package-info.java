/**
 * Results of load tests kept beside the project, and their figures as series. May depend on results, on the statistics
 * of series and on errors; talks to nobody.
 */
package io.agentctl.control.performance.history;
