/**
 * Regressions watched for: series read from CloudWatch, files and the history, what happened just before a change, and
 * a message to who should know. The statistics are those of {@code performance.regression}.
 */
package io.agentctl.control.performance.watch;
