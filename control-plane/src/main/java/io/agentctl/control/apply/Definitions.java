package io.agentctl.control.apply;

import java.util.Optional;

/**
 * Things of one kind that each have a name and are defined by a text, such as alarms.
 *
 * @param <T> one as it is observed
 */
public interface Definitions<T> {

    /** What one is called in messages. */
    String kind();

    /** The command that shows what was edited by hand. */
    String shownBy();

    /** The one of this name, if there is one. */
    Optional<T> find(String name);

    /** What defines one, in a form that is the same for the same definition. */
    String text(T found);

    /**
     * Whether something that is there came about by bringing one definition to another: it means the same as one of the
     * two, or is half way where that takes several calls. Asked for texts that differ from both.
     *
     * @param there what is there; empty for nothing, as in the other two
     */
    boolean isBetween(String there, String from, String to);

    /**
     * Makes one, or changes it.
     *
     * @param found what is there
     * @param to its definition; never empty
     */
    void put(String name, Optional<T> found, String to);

    /** Deletes one that is there. */
    void delete(String name);
}
