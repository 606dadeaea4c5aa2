/**
 * DynamoDB tables on the command line: how they are paid for and used, what each mode would cost, and changes to it.
 */
package io.agentctl.cli.table;
