package io.agentctl.control.dashboards;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Puts widgets beside each other and row under row; a dashboard is 24 columns wide. */
final class Layout {

    private static final int COLUMNS = 24;
    private static final int HEIGHT = 6;

    private final List<Widget> widgets = new ArrayList<>();
    private int y;

    /** A line of text over the whole width. */
    void heading(String markdown, int height) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("markdown", markdown);
        add("text", 0, COLUMNS, height, properties);
        y += height;
    }

    /** Graphs, three to a row. */
    void graphs(List<Graph> graphs) {
        int width = COLUMNS / Math.clamp(graphs.size(), 1, 3);
        for (int i = 0; i < graphs.size(); i++) {
            add("metric", i % 3 * width, width, HEIGHT, graphs.get(i).properties());
            if (i % 3 == 2 || i == graphs.size() - 1) {
                y += HEIGHT;
            }
        }
    }

    /** The states of alarms, by their ARNs. */
    void alarms(String title, List<String> arns) {
        ObjectNode properties = JsonNodeFactory.instance.objectNode().put("title", title);
        arns.forEach(properties.putArray("alarms")::add);
        int height = 2 + arns.size() / 6;
        add("alarm", 0, COLUMNS, height, properties);
        y += height;
    }

    List<Widget> widgets() {
        return widgets;
    }

    private void add(String type, int x, int width, int height, ObjectNode properties) {
        ObjectNode widget = JsonNodeFactory.instance.objectNode();
        widget.put("type", type)
                .put("x", x)
                .put("y", y)
                .put("width", width)
                .put("height", height)
                .set(Widget.PROPERTIES, properties);
        widgets.add(Widget.of(widget));
    }
}
