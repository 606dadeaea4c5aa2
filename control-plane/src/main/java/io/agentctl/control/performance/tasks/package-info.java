/**
 * One load sent by several tasks of ECS, each the same generator with its part, and their results as one. They meet in
 * the team's table. Decision 0027 says why there. Depends on load, scenario and threshold.
 */
package io.agentctl.control.performance.tasks;
