package io.agentctl.control.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import io.agentctl.control.UseCase;
import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.control.json.JsonPart.MisplacedException;
import io.agentctl.control.json.RecordReader;
import io.agentctl.control.place.Cloud;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A use case by the name under which a control plane offers it.
 *
 * @param name capability and verb, such as {@code ecs.rightsize}
 * @param request the type of what it is asked
 * @param result the type of what it answers
 * @param access whether it may change anything
 * @param maker makes it from the parts of a place
 * @param <Q> the request
 * @param <R> the result
 */
public record NamedUseCase<Q, R>(
        String name, Class<Q> request, Class<R> result, Access access, Function<Cloud, ? extends UseCase<Q, R>> maker) {

    private static final Pattern NAME = Pattern.compile("[a-z]+(\\.[a-z]+(-[a-z]+)*)");

    public NamedUseCase {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no name for a use case: " + name);
        }
    }

    static <Q, R> NamedUseCase<Q, R> reading(
            String name, Class<Q> request, Class<R> result, Function<Cloud, ? extends UseCase<Q, R>> maker) {
        return new NamedUseCase<>(name, request, result, Access.READ, maker);
    }

    static <Q, R> NamedUseCase<Q, R> changing(
            String name, Class<Q> request, Class<R> result, Function<Cloud, ? extends UseCase<Q, R>> maker) {
        return new NamedUseCase<>(name, request, result, Access.CHANGE, maker);
    }

    /** The part of the name that says what it is about, such as {@code ecs}. */
    public String capability() {
        return name.substring(0, name.indexOf('.'));
    }

    /**
     * What is asked, from its JSON.
     *
     * @throws AgentctlException BAD_DOCUMENT with the JSON pointer of what does not fit
     */
    public Q read(JsonNode asked) {
        try {
            return RecordReader.read(asked, request);
        } catch (MisplacedException unfit) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "this is no request for " + name + ": " + unfit.getMessage(),
                    "Is one side of another version than the other?",
                    null,
                    unfit);
        }
    }

    /** The use case itself, at a place. */
    public UseCase<Q, R> at(Cloud place) {
        return maker.apply(place);
    }
}
