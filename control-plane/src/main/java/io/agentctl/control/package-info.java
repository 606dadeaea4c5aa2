/** The capabilities, one package each. May depend on the AWS SDK and Jackson, never on the command line. */
package io.agentctl.control;
