package io.agentctl.control.plan;

/**
 * One field of one resource, from what it is to what it should be.
 *
 * @param resource what is changed
 * @param field which field, a word that the capability's applier knows, such as {@code task-size}
 * @param from the value observed; empty where there was none
 * @param to the value wanted; empty where it is to be removed
 * @param why the reason, a clause for the reader
 * @param risk how much can go wrong
 * @param monthly what it changes in money per month; negative saves
 */
public record Change(ResourceId resource, String field, String from, String to, String why, Risk risk, Money monthly) {

    public Change {
        if (from.equals(to)) {
            throw new IllegalArgumentException(resource + " " + field + " is already " + to);
        }
    }
}
