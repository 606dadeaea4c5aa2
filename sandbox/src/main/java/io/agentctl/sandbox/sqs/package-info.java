/** AWS SQS: standard queues. May depend on the simulation's time, account names and the SDK's SQS models. */
package io.agentctl.sandbox.sqs;
