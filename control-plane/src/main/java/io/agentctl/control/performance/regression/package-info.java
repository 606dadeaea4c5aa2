/**
 * Whether a result, or a series of measurements, became worse: pure statistics, deterministic, each claim with how sure
 * it is. Decision 18 says why it is done so. May depend on the records of load results and on errors, on nothing that
 * talks to AWS.
 */
package io.agentctl.control.performance.regression;
