/**
 * What is in {@code dist/cloudformation} and {@code dist/iam}, held to the code and created where that is possible.
 * Depends on moto and cfn-lint being on the PATH, and says so where they are not.
 */
package io.agentctl.control.deployment;
