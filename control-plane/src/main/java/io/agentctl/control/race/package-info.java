/**
 * Which memory size a Lambda function should have, decided while it is measured: rounds, intervals, a verdict. Pure.
 * May depend on prices, processors and errors, on nothing that talks to AWS.
 */
package io.agentctl.control.race;
