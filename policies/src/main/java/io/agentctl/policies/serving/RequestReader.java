package io.agentctl.policies.serving;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the body of a request strictly: one object, no key twice, nothing after it, not too deep. Thread-safe. */
public final class RequestReader {

    private static final int LONGEST_INTENT = 128;
    private static final int LONGEST_NUMBER = 100;
    private static final Place ROOT = new Place(null, null, 1);

    private final JsonFactory factory;
    private final int depth;
    private final List<String> more;

    /**
     * Makes a reader.
     *
     * @param depth how deep objects and lists may be nested, the body itself included
     * @param more names of members that a body may have besides {@code intent} and {@code context}
     */
    public RequestReader(int depth, String... more) {
        this.depth = depth;
        this.more = List.of(more);
        this.factory = JsonFactory.builder()
                // Names come from callers: interning them would fill a table that is never emptied.
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                .disable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(depth + 1)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .build();
    }

    /** Reads a body. */
    public StatedRequest read(byte[] body) throws MalformedRequestException {
        try (JsonParser parser = factory.createParser(body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new MalformedRequestException("", "the body must be a JSON object");
            }
            StatedRequest request = members(parser);
            if (parser.nextToken() != null) {
                throw new MalformedRequestException("", "there is something after the JSON object");
            }
            return request;
        } catch (StreamConstraintsException beyond) {
            throw new MalformedRequestException("", beyond.getOriginalMessage());
        } catch (IOException malformed) {
            throw new MalformedRequestException("", "the body is not JSON" + place(malformed));
        }
    }

    private StatedRequest members(JsonParser parser) throws IOException, MalformedRequestException {
        String intent = null;
        Map<String, Object> context = null;
        Map<String, Object> others = more.isEmpty() ? Map.of() : new LinkedHashMap<>();
        int start = 0;
        int end = 0;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            switch (name) {
                case "intent" -> {
                    refuseTwice(intent, "/intent");
                    intent = intent(parser);
                }
                case "context" -> {
                    refuseTwice(context, "/context");
                    start = (int) parser.currentTokenLocation().getByteOffset();
                    context = context(parser);
                    end = (int) parser.currentLocation().getByteOffset();
                }
                default -> {
                    if (!more.contains(name)) {
                        throw new MalformedRequestException(
                                pointer("", name),
                                "unknown member; there are " + String.join(", ", more) + (more.isEmpty() ? "" : ", ")
                                        + "intent and context");
                    }
                    refuseTwice(others.get(name), pointer("", name));
                    others.put(name, value(parser, ROOT, name));
                }
            }
        }
        if (intent == null) {
            throw new MalformedRequestException("/intent", "intent is missing");
        }
        return new StatedRequest(intent, context == null ? Map.of() : context, others, start, end);
    }

    private static void refuseTwice(Object before, String pointer) throws MalformedRequestException {
        if (before != null) {
            throw new MalformedRequestException(pointer, "this member is there twice");
        }
    }

    private static String intent(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw new MalformedRequestException("/intent", "must be a string");
        }
        String intent = parser.getText();
        if (intent.isEmpty() || intent.length() > LONGEST_INTENT) {
            throw new MalformedRequestException("/intent", "must be 1 to " + LONGEST_INTENT + " characters long");
        }
        return intent;
    }

    private Map<String, Object> context(JsonParser parser) throws IOException, MalformedRequestException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedRequestException("/context", "must be an object");
        }
        return object(parser, new Place(null, "context", 2));
    }

    private Map<String, Object> object(JsonParser parser, Place place) throws IOException, MalformedRequestException {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            Object value = value(parser, place, name);
            int before = members.size();
            members.put(name, value);
            if (members.size() == before) {
                throw new MalformedRequestException(pointer(place.pointer(), name), "this member is there twice");
            }
        }
        return members;
    }

    private List<Object> list(JsonParser parser, Place place) throws IOException, MalformedRequestException {
        List<Object> elements = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() == null) {
                throw new MalformedRequestException("", "the body ends within a list");
            }
            elements.add(value(parser, place, elements.size()));
        }
        return elements;
    }

    private Object value(JsonParser parser, Place parent, Object token) throws IOException, MalformedRequestException {
        return switch (parser.currentToken()) {
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> null;
            case VALUE_NUMBER_INT -> integer(parser, parent, token);
            case VALUE_NUMBER_FLOAT -> real(parser, parent, token);
            case START_OBJECT -> object(parser, deeper(parent, token));
            case START_ARRAY -> list(parser, deeper(parent, token));
            case null -> throw new MalformedRequestException("", "the body ends within an object");
            default -> throw new MalformedRequestException(pointer(parent.pointer(), token), "a value is missing");
        };
    }

    private Place deeper(Place parent, Object token) throws MalformedRequestException {
        Place place = new Place(parent, token, parent.depth() + 1);
        if (place.depth() > depth) {
            throw new MalformedRequestException(
                    place.pointer(), "objects and lists are nested deeper than " + depth + " levels");
        }
        return place;
    }

    private static Long integer(JsonParser parser, Place parent, Object token)
            throws IOException, MalformedRequestException {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw new MalformedRequestException(pointer(parent.pointer(), token), "an integer must fit in 64 bits");
        }
        return parser.getLongValue();
    }

    private static Double real(JsonParser parser, Place parent, Object token)
            throws IOException, MalformedRequestException {
        double real = parser.getDoubleValue();
        if (Double.isInfinite(real)) {
            throw new MalformedRequestException(pointer(parent.pointer(), token), "a number must fit in a double");
        }
        return real;
    }

    private static String place(IOException malformed) {
        return malformed instanceof JsonProcessingException problem && problem.getLocation() != null
                ? ", from byte " + Math.max(0, problem.getLocation().getByteOffset()) + " on"
                : "";
    }

    private static String pointer(String parent, Object token) {
        return parent + "/" + token.toString().replace("~", "~0").replace("/", "~1");
    }

    /** Where the reader is; a pointer is made of it only when something is wrong there. */
    private record Place(Place parent, Object token, int depth) {
        String pointer() {
            return token == null ? "" : RequestReader.pointer(parent == null ? "" : parent.pointer(), token);
        }
    }
}
