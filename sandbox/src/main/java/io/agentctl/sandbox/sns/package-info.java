/**
 * Amazon SNS: topics that deliver to the sandbox's own queues and to HTTP on loopback, and to nothing beyond this
 * machine. May depend on queues, time, and the SDK's SNS models.
 */
package io.agentctl.sandbox.sns;
