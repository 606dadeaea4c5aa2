package io.agentctl.cli.output;

/**
 * {@code -o table} and {@code -o wide}: for people.
 *
 * @param page where to
 */
record TablePrinter(Page page) implements Printer {

    @Override
    public void print(Document document) {
        document.layout().accept(page);
    }
}
