/**
 * What a load test is judged by: expressions such as {@code p95<500ms for 30s}, read and held against a result. Pure;
 * depends on the result and errors alone. The language is described in docs/performance.md.
 */
package io.agentctl.control.performance.threshold;
