package io.agentctl.runtime;

/** Closes what need not be closed in vain. */
final class Closing {

    private Closing() {}

    /** Closes one part; whoever stops goes on stopping. */
    static void quietly(AutoCloseable part) {
        try {
            part.close();
        } catch (InterruptedException ignored) {
            Thread.currentThread().interrupt();
        } catch (Exception failed) {
            System.getLogger(Closing.class.getName()).log(System.Logger.Level.WARNING, "cannot stop " + part, failed);
        }
    }
}
