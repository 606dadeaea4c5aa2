/**
 * Services brought to what their windows say, now: observed, decided (pure), moved as operations of the journal, each
 * with its way back. Depends on ECS counts, scaling, and what is remembered of services.
 */
package io.agentctl.control.windows.run;
