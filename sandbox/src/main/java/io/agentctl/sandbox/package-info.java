/**
 * An AWS endpoint on loopback that behaves: rollouts take time, utilization follows a workload and the task size in
 * force. Depends on the AWS SDK's models alone.
 */
package io.agentctl.sandbox;
