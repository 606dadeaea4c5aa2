/**
 * What Fargate and Lambda cost, as data with region, date and source; a user's file overrides it. Depends on nothing of
 * AWS.
 */
package io.agentctl.control.pricing;
