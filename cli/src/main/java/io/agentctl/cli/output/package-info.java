/** How results look: one printer a format, tables, themes and sparklines. May depend on Jackson and JMESPath. */
package io.agentctl.cli.output;
