package io.agentctl.control.dashboards;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a dashboard shows.
 *
 * @param widgets by key, in the order of the body; a key that comes again has a number behind it
 * @param others fields besides the widgets, such as the time that is shown
 */
record DashboardBody(Map<String, Widget> widgets, ObjectNode others) {

    /** In the first text of every dashboard that is made here; without it, a dashboard is somebody else's. */
    static final String OURS = "Made by agentctl";

    private static final String WIDGETS = "widgets";

    static DashboardBody of(List<Widget> widgets) {
        return new DashboardBody(byKey(widgets), JsonNodeFactory.instance.objectNode());
    }

    /** @throws IllegalArgumentException for what is no body of a dashboard */
    static DashboardBody parse(String text) {
        if (!(CanonicalJson.read(text) instanceof ObjectNode root)) {
            throw new IllegalArgumentException("the body of a dashboard is a JSON object");
        }
        List<Widget> widgets = new ArrayList<>();
        for (JsonNode widget : root.path(WIDGETS)) {
            if (!(widget instanceof ObjectNode object)) {
                throw new IllegalArgumentException("a widget is a JSON object");
            }
            widgets.add(Widget.of(object));
        }
        ObjectNode others = root.deepCopy();
        others.remove(WIDGETS);
        return new DashboardBody(byKey(widgets), others);
    }

    private static Map<String, Widget> byKey(List<Widget> widgets) {
        Map<String, Widget> byKey = new LinkedHashMap<>();
        for (Widget widget : widgets) {
            String key = widget.key();
            for (int number = 2; byKey.containsKey(key); number++) {
                key = widget.key() + " " + number;
            }
            byKey.put(key, widget);
        }
        return byKey;
    }

    boolean isOurs() {
        return widgets.values().stream().anyMatch(widget -> widget.json()
                .path(Widget.PROPERTIES)
                .path("markdown")
                .asText("")
                .contains(OURS));
    }

    /** The text of each widget by its key. */
    SortedMap<String, String> texts() {
        SortedMap<String, String> texts = new TreeMap<>();
        widgets.forEach((key, widget) -> texts.put(key, widget.text()));
        return texts;
    }

    /** These widgets with some put, by key, or taken away where their text is empty; rows before columns. */
    DashboardBody with(Map<String, String> changed) {
        Map<String, Widget> all = new LinkedHashMap<>(widgets);
        changed.forEach((key, text) -> {
            if (text.isEmpty()) {
                all.remove(key);
            } else {
                all.put(key, new Widget(key, (ObjectNode) CanonicalJson.read(text)));
            }
        });
        return new DashboardBody(all, others);
    }

    /** The whole, the same for the same dashboard. */
    String text() {
        ObjectNode root = others.deepCopy();
        ArrayNode list = root.putArray(WIDGETS);
        widgets.values().stream()
                .sorted(Comparator.comparingInt(Widget::y).thenComparingInt(Widget::x))
                .forEach(widget -> list.add(widget.json()));
        return CanonicalJson.write(root);
    }
}
