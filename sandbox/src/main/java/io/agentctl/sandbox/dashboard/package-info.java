/**
 * CloudWatch's dashboards: kept as they are put, after a look at their bodies. Depends on the SDK's CloudWatch models.
 */
package io.agentctl.sandbox.dashboard;
