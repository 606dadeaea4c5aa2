package io.agentctl.control.overview;

/** Shares of what is provided, over 0 and up to 1, that may be in use on average. */
public record Budgets(double cpu, double memory, double network, double table) {}
