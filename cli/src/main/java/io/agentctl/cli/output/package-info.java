/**
 * How results look: one printer a format, tables, themes, sparklines and lines of screens; {@code chart} draws series.
 * May depend on Jackson and JMESPath.
 */
package io.agentctl.cli.output;
