package io.agentctl.control.lambda.cost;

import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * What Cost Explorer is asked.
 *
 * @param account whose bill
 * @param region where the functions are
 * @param from the first day, UTC
 * @param until the first day after
 * @param tag the key of the cost allocation tag whose value is a function's name
 */
record CostQuestion(String account, String region, LocalDate from, LocalDate until, String tag) {

    /** The days that a window touches. */
    static CostQuestion of(String account, String region, CostWindow window, String tag) {
        return new CostQuestion(
                account,
                region,
                LocalDate.ofInstant(window.from(), ZoneOffset.UTC),
                LocalDate.ofInstant(window.until(), ZoneOffset.UTC).plusDays(1),
                tag);
    }
}
