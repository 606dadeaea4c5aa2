package io.agentctl.control.pricing;

/** The class of a table, named as DynamoDB names it: what it stores and what is done with it are priced apart. */
public enum TableClass {
    STANDARD,
    STANDARD_INFREQUENT_ACCESS
}
