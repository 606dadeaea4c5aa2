/**
 * What a sweep found, as the record that programs read, and what is made of it: the same from a file as from a sweep.
 * Pure but for {@code ReportFile}. Depends on {@code error}, {@code fargate}, {@code json}, {@code plan} and
 * {@code race}.
 */
package io.agentctl.control.lambda.report;
