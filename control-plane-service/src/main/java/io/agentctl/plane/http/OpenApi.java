package io.agentctl.plane.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.agentctl.control.catalogue.Catalogue;
import io.agentctl.control.catalogue.NamedUseCase;
import io.agentctl.control.json.RecordSchema;
import io.agentctl.control.json.RecordTree;
import io.agentctl.control.remote.RunFailure;
import io.agentctl.plane.access.Deed;
import io.agentctl.plane.http.Route.Admittance;
import java.util.List;
import java.util.Locale;

/**
 * The OpenAPI 3.1 document, made from the routes, the catalogue and the records: what is answered and what is said to
 * be answered cannot differ.
 */
final class OpenApi {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final String SCHEMAS = "#/components/schemas/";

    private final List<Route> routes;
    private final RecordSchema schemas = new RecordSchema(SCHEMAS);

    OpenApi(List<Route> routes) {
        this.routes = List.copyOf(routes);
    }

    JsonNode tree() {
        ObjectNode document = NODES.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info")
                .put("title", "agentctl control plane")
                .put("version", Integer.toString(RecordTree.SCHEMA_VERSION))
                .put(
                        "description",
                        "Every use case of agentctl as an operation that is asked for, followed and undone.");
        ObjectNode paths = document.putObject("paths");
        routes.forEach(route -> paths.withObjectProperty(route.path())
                .set(route.method().text().toLowerCase(Locale.ROOT), operation(route)));
        ObjectNode useCases = document.putObject("x-use-cases");
        Catalogue.all().forEach(useCase -> useCases.set(useCase.name(), offer(useCase)));
        ObjectNode components = document.putObject("components");
        components.set("schemas", schemas.definitions());
        ObjectNode schemes = components.putObject("securitySchemes");
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer");
        schemes.putObject("aws")
                .put("type", "apiKey")
                .put("in", "header")
                .put("name", "Authorization")
                .put("description", "AWS-STS and a presigned GetCallerIdentity request, base64url.");
        return document;
    }

    private ObjectNode offer(NamedUseCase<?, ?> useCase) {
        ObjectNode offer = NODES.objectNode();
        offer.put("access", RecordTree.word(useCase.access()));
        offer.put("role", RecordTree.word(Deed.of(useCase.access()).role()));
        offer.set("request", schemas.of(useCase.request()));
        offer.set("result", schemas.of(useCase.result()));
        return offer;
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = NODES.objectNode();
        operation.put("summary", route.summary());
        if (route.path().contains("{id}")) {
            ObjectNode id = operation.putArray("parameters").addObject();
            id.put("name", "id").put("in", "path").put("required", true);
            id.putObject("schema").put("type", "string");
        }
        if (route.access() != Admittance.ANYBODY) {
            operation.putArray("security").addObject().putArray("bearer");
            operation.withArray("security").addObject().putArray("aws");
        }
        route.access().role().ifPresent(role -> operation.put("x-role", RecordTree.word(role)));
        if (route.access().orAsker()) {
            operation.put("x-or-asker", true);
        }
        Route.Shape shape = route.shape();
        if (shape.request() != Void.class) {
            operation
                    .putObject("requestBody")
                    .put("required", true)
                    .set("content", content("application/json", shape.request()));
        }
        ObjectNode responses = operation.putObject("responses");
        responses
                .putObject(Integer.toString(shape.status()))
                .put("description", route.summary())
                .set("content", content(shape.type(), shape.response()));
        responses
                .putObject("default")
                .put("description", "A problem (RFC 9457).")
                .set("content", problem());
        return operation;
    }

    private ObjectNode content(String type, Class<?> record) {
        ObjectNode content = NODES.objectNode();
        ObjectNode media = content.putObject(type);
        if (record != Void.class) {
            media.set("schema", schemas.of(record));
        }
        return content;
    }

    private ObjectNode problem() {
        ObjectNode content = NODES.objectNode();
        ObjectNode schema = content.putObject("application/problem+json").putObject("schema");
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        for (String text : List.of("type", "title", "detail")) {
            properties.putObject(text).put("type", "string");
        }
        properties.putObject("status").put("type", "integer");
        properties.set("failure", schemas.of(RunFailure.class));
        return content;
    }
}
