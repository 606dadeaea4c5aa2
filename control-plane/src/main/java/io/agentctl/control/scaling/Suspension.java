package io.agentctl.control.scaling;

/**
 * Which parts of scaling are suspended.
 *
 * @param scaleIn policies do not take away
 * @param scaleOut policies do not add
 * @param scheduled scheduled actions are not carried out; those missed are not made up for
 */
public record Suspension(boolean scaleIn, boolean scaleOut, boolean scheduled) {

    public static final Suspension NONE = new Suspension(false, false, false);
    public static final Suspension ALL = new Suspension(true, true, true);

    /** True if anything is. */
    public boolean any() {
        return scaleIn || scaleOut || scheduled;
    }
}
