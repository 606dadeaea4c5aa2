package io.agentctl.cli.output;

/** Prints results in one format. */
public interface Printer {

    /** Prints one result. */
    void print(Document document);
}
