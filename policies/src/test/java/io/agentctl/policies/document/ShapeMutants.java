package io.agentctl.policies.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.agentctl.policies.document.Shape.Items;
import io.agentctl.policies.document.Shape.Member;
import io.agentctl.policies.document.Shape.Members;
import io.agentctl.policies.document.Shape.Named;
import io.agentctl.policies.document.Shape.WordOr;
import java.util.ArrayList;
import java.util.List;

/** Makes documents that are each wrong in one place, of a document that is right. */
final class ShapeMutants {

    /**
     * A wrong document.
     *
     * @param mistake what is wrong, and where
     */
    record Wrong(String mistake, String json) {}

    private final JsonNode root;
    private final List<Wrong> all = new ArrayList<>();

    private ShapeMutants(JsonNode root) {
        this.root = root;
    }

    /** At every place of a document: an unknown key, each required key missing, a value of another type. */
    static List<Wrong> of(Shape shape, JsonNode document) {
        ShapeMutants mutants = new ShapeMutants(document.deepCopy());
        mutants.visit(shape, mutants.root, "");
        return List.copyOf(mutants.all);
    }

    private void visit(Shape shape, JsonNode node, String pointer) {
        switch (shape) {
            case Members members -> members(members, (ObjectNode) node, pointer);
            case Named named -> named(named, (ObjectNode) node, pointer);
            case Items items -> items(items, (ArrayNode) node, pointer);
            case WordOr choice -> {
                if (node.isObject()) {
                    visit(choice.object(), node, pointer);
                }
            }
            case Shape.Text ignored -> {}
            case Shape.Choice ignored -> {}
            case Shape.Whole ignored -> {}
            case Shape.Period ignored -> {}
            case Shape.Moment ignored -> {}
            case Shape.Pointer ignored -> {}
            case Shape.AnyObject ignored -> {}
            case Shape.AnyParameterValue ignored -> {}
        }
    }

    private void members(Members shape, ObjectNode object, String pointer) {
        object.put("surprise", "");
        add("an unknown key in " + pointer);
        object.remove("surprise");
        for (Member member : shape.keys()) {
            JsonNode value = object.get(member.name());
            if (value == null) {
                continue;
            }
            String at = pointer + "/" + member.name();
            if (member.required()) {
                object.remove(member.name());
                add(at + " is missing");
            }
            object.set(member.name(), wrong(member.shape()));
            add("another type at " + at);
            object.set(member.name(), value);
            visit(member.shape(), value, at);
        }
    }

    private void named(Named shape, ObjectNode object, String pointer) {
        for (String name :
                List.copyOf(object.propertyStream().map(entry -> entry.getKey()).toList())) {
            JsonNode value = object.get(name);
            object.set(name, wrong(shape.value()));
            add("another type at " + pointer + "/" + name);
            object.set(name, value);
            visit(shape.value(), value, pointer + "/" + name);
        }
    }

    private void items(Items shape, ArrayNode array, String pointer) {
        for (int i = 0; i < array.size(); i++) {
            JsonNode value = array.get(i);
            array.set(i, wrong(shape.item()));
            add("another type at " + pointer + "/" + i);
            array.set(i, value);
            visit(shape.item(), value, pointer + "/" + i);
        }
    }

    private static JsonNode wrong(Shape shape) {
        return switch (shape) {
            case Members ignored -> IntNode.valueOf(7);
            case Named ignored -> IntNode.valueOf(7);
            case Items ignored -> IntNode.valueOf(7);
            case WordOr choice -> wrong(choice.word());
            case Shape.Text ignored -> BooleanNode.TRUE;
            case Shape.Choice ignored -> BooleanNode.TRUE;
            case Shape.Whole ignored -> TextNode.valueOf("many");
            case Shape.Period ignored -> IntNode.valueOf(7);
            case Shape.Moment ignored -> IntNode.valueOf(2027);
            case Shape.Pointer ignored -> BooleanNode.TRUE;
            case Shape.AnyObject ignored -> IntNode.valueOf(7);
            case Shape.AnyParameterValue ignored -> NullNode.instance;
        };
    }

    private void add(String mistake) {
        all.add(new Wrong(mistake, root.toString()));
    }
}
