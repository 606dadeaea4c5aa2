package io.agentctl.control.pricing;

/** How CloudWatch charges for dashboards. */
enum DashboardKind {
    /** Those that somebody made. */
    CUSTOM
}
