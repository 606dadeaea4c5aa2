package io.agentctl.plane.errand;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.schedules.ScheduleFinding;
import java.util.List;

/**
 * What is done. All of them bring about or look at what should be true now, so that only the latest due time counts.
 */
public sealed interface Errand
        permits AlarmDrift, LoadCheck, MetricTrend, ObjectiveCheck, PolicyCheck, StatusCheck, LoadTrend, WindowKeeping {

    /** The use case that does it. */
    NamedUseCase<?, ?> useCase();

    /**
     * What it is asked, from files as they are now.
     *
     * @throws io.agentctl.control.error.AgentctlException as reading a file does
     */
    JsonNode request(Sources sources);

    /**
     * What is not as it should be.
     *
     * @param result what the use case answered
     * @throws io.agentctl.control.json.JsonPart.MisplacedException if another version answered that
     */
    List<ScheduleFinding> findings(JsonNode result);

    /** As people read it. */
    String text();
}
