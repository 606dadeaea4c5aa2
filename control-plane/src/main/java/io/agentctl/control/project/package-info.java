/** What there is in an account that a project file could name. Reads ECS and DynamoDB; changes nothing. */
package io.agentctl.control.project;
