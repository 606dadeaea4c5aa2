/** When windows begin and end, also where clocks change: pure functions of their texts, zone and an instant. */
package io.agentctl.control.windows.calendar;
