package io.agentctl.control.capacity;

/** What is asked of a table's capacity once it is provisioned. */
public sealed interface ProvisionedWish {

    /** Each meter the cheaper way; what scales already goes on so, for somebody chose its bounds. */
    record Cheapest() implements ProvisionedWish {}

    /** The same at all times; what scales is taken out of scaling. */
    record Fixed() implements ProvisionedWish {}

    /**
     * Everything scales.
     *
     * @param targetPercent the share in use to aim at, in percent
     */
    record Scaled(int targetPercent) implements ProvisionedWish {}
}
