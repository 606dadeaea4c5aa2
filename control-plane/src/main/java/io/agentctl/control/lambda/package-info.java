/**
 * Lambda functions observed, listed, resized, and measured at many sizes: gateways, plans, actions with their ways
 * back. May depend on the race for what to measure next; it alone talks to Lambda.
 */
package io.agentctl.control.lambda;
