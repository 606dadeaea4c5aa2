/**
 * What commands are made from: the settings, the parts that talk to one place of AWS, and what is outside the program.
 */
package io.agentctl.cli.wiring;
