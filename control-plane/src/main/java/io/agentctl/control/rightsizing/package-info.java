/**
 * What size a service's tasks should have: pure functions from usage and constraints to advice. Depends on pricing,
 * metrics and plan; the AWS side lives in sub-packages.
 */
package io.agentctl.control.rightsizing;
