/**
 * Load tests that tell the truth: what a run found, as a document that is kept and compared. Depends on HdrHistogram,
 * json and errors; how load is described, made and judged is in the packages below.
 */
package io.agentctl.control.performance;
