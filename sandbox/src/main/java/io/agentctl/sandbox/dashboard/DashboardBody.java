package io.agentctl.sandbox.dashboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agentctl.sandbox.metrics.CloudWatchErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.cloudwatch.model.DashboardValidationMessage;

/** Looks a dashboard's body over (CloudWatch API Reference, "Dashboard Body Structure and Syntax"). */
final class DashboardBody {
    private static final int GRID = 24;
    private static final int TALLEST = 1000;
    private static final int MOST_WIDGETS = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** What a widget of a type cannot do without. */
    private static final Map<String, String> NEEDED =
            Map.of("metric", "region", "text", "markdown", "log", "query", "alarm", "alarms", "explorer", "metrics");

    private final List<DashboardValidationMessage> doubts = new ArrayList<>();
    private final List<DashboardValidationMessage> faults = new ArrayList<>();

    private DashboardBody() {}

    /**
     * Looks a body over.
     *
     * @return what is doubtful, and is saved nevertheless
     * @throws software.amazon.awssdk.awscore.exception.AwsServiceException when it is not saved, with every fault
     */
    static List<DashboardValidationMessage> check(String body) {
        if (body == null) {
            throw CloudWatchErrors.invalidDashboard("The DashboardBody parameter is required.", List.of());
        }
        DashboardBody look = new DashboardBody();
        look.look(tree(body));
        if (!look.faults.isEmpty()) {
            throw CloudWatchErrors.invalidDashboard(
                    "The dashboard body is invalid, there are " + look.faults.size() + " validation errors: "
                            + String.join(
                                    "; ",
                                    look.faults.stream()
                                            .map(fault -> fault.dataPath() + ": " + fault.message())
                                            .toList()),
                    look.faults);
        }
        return look.doubts;
    }

    private static JsonNode tree(String body) {
        try {
            return MAPPER.readTree(body);
        } catch (JsonProcessingException e) {
            throw CloudWatchErrors.invalidDashboard(
                    "The field DashboardBody must be a valid JSON object: " + e.getOriginalMessage(), List.of());
        }
    }

    private void look(JsonNode body) {
        if (!body.isObject()) {
            faults.add(message("/", "The dashboard body must be a JSON object"));
            return;
        }
        JsonNode widgets = body.path("widgets");
        if (!widgets.isArray()) {
            faults.add(message("/widgets", "The dashboard must have an array of widgets"));
        } else if (widgets.size() > MOST_WIDGETS) {
            faults.add(message("/widgets", "A dashboard has at most 500 widgets"));
        } else {
            for (int i = 0; i < widgets.size(); i++) {
                widget("/widgets/" + i, widgets.get(i));
            }
        }
    }

    private void widget(String path, JsonNode widget) {
        String type = widget.path("type").asText();
        if (!NEEDED.containsKey(type) && !type.equals("custom")) {
            faults.add(message(path + "/type", "Should be one of metric, text, log, alarm, explorer, custom"));
            return;
        }
        within(path + "/width", widget.path("width"), 1, GRID);
        within(path + "/height", widget.path("height"), 1, TALLEST);
        within(path + "/x", widget.path("x"), 0, GRID - 1);
        within(path + "/y", widget.path("y"), 0, Integer.MAX_VALUE);
        JsonNode properties = widget.path("properties");
        if (!properties.isObject()) {
            faults.add(message(path + "/properties", "Should have required property 'properties'"));
            return;
        }
        String needed = NEEDED.get(type);
        // A widget on one alarm shows that alarm's metric in that alarm's region.
        boolean annotated =
                type.equals("metric") && properties.path("annotations").has("alarms");
        if (needed != null && !properties.has(needed) && !annotated) {
            faults.add(message(path + "/properties", "Should have required property '" + needed + "'"));
        }
        if (type.equals("metric")) {
            metric(path + "/properties", properties, annotated);
        }
    }

    private void metric(String path, JsonNode properties, boolean annotated) {
        JsonNode metrics = properties.path("metrics");
        if (metrics.isMissingNode() && !annotated) {
            faults.add(message(path, "Should have required property 'metrics' or 'annotations'"));
        }
        for (int i = 0; i < metrics.size(); i++) {
            JsonNode metric = metrics.get(i);
            boolean fits = metric.isArray() && !metric.isEmpty();
            if (!fits) {
                faults.add(
                        message(path + "/metrics/" + i, "Should be an array of strings that may end with an object"));
            }
        }
        for (String name : properties.propertyStream().map(Map.Entry::getKey).toList()) {
            if (name.equals("stats") || name.equals("dimensions")) {
                doubts.add(message(path + "/" + name, "Should NOT have additional property '" + name + "'"));
            }
        }
    }

    private void within(String path, JsonNode number, int least, int most) {
        boolean fits = number.isMissingNode()
                || (number.isIntegralNumber() && number.asLong() >= least && number.asLong() <= most);
        if (!fits) {
            faults.add(message(path, "Should be a whole number within " + least + ".." + most));
        }
    }

    private static DashboardValidationMessage message(String path, String text) {
        return DashboardValidationMessage.builder().dataPath(path).message(text).build();
    }
}
