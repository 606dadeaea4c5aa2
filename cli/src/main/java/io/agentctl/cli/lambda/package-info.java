/** Lambda functions on the command line: what there is, which memory it should have, and changes to it. */
package io.agentctl.cli.lambda;
