/**
 * How CloudWatch decides the state of alarms, without CloudWatch: what a back-test and the sandbox both go by. Pure.
 */
package io.agentctl.alarm;
