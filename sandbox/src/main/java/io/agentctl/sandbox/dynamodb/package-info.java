/** Amazon's own DynamoDB Local, started when it is first needed. May depend on DynamoDB Local and the JDK. */
package io.agentctl.sandbox.dynamodb;
