/**
 * What a load test sends and when: scenarios as files, and their schedule as a function. Pure; depends on yaml and
 * errors alone.
 */
package io.agentctl.control.performance.scenario;
