/** The task sizes, processors and operating systems that Fargate has. Depends on nothing. */
package io.agentctl.control.fargate;
