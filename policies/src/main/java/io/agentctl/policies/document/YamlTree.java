package io.agentctl.policies.document;

import io.agentctl.policies.document.Diagnostic.Code;
import io.agentctl.policies.document.YamlNode.Entry;
import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Refused;
import io.agentctl.policies.document.YamlNode.Scalar;
import io.agentctl.policies.document.YamlNode.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.Event.ID;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * Reads one YAML document into nodes, event by event: what a policy may not hold (aliases, tags, a second document,
 * deep nesting) is refused where it stands, before anything is built of it.
 */
final class YamlTree {

    /** How deep lists and objects may nest; a policy with a test of a nested context needs about ten. */
    static final int DEEPEST = 32;

    private final SourceText source;
    private final Findings findings;
    private final Parser parser;

    private YamlTree(SourceText source, Findings findings) {
        this.source = source;
        this.findings = findings;
        this.parser = new ParserImpl(new StreamReader(source.text()), new LoaderOptions());
    }

    /** The document's value, if the text could be read to its end; whatever is wrong with it is in the findings. */
    static Optional<YamlNode> read(SourceText source, Findings findings) {
        try {
            return new YamlTree(source, findings).document();
        } catch (TooDeep e) {
            findings.error(Code.TOO_LARGE, position(e.mark), "", "nested more than %d levels deep".formatted(DEEPEST));
        } catch (MarkedYAMLException e) {
            Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            findings.error(Code.SYNTAX, mark == null ? SourcePosition.START : position(mark), "", problem(e));
        } catch (ReaderException e) {
            findings.error(
                    Code.SYNTAX,
                    source.position(e.getPosition()),
                    "",
                    "the character U+%04X cannot be in a policy".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            findings.error(Code.SYNTAX, SourcePosition.START, "", "not YAML: " + firstLine(e.getMessage()));
        }
        return Optional.empty();
    }

    private static String problem(MarkedYAMLException e) {
        String context = e.getContext() == null ? "" : " " + firstLine(e.getContext());
        return "not YAML: " + firstLine(e.getProblem()) + context;
    }

    private static String firstLine(String text) {
        return text == null ? "malformed" : text.lines().findFirst().orElse("malformed");
    }

    private Optional<YamlNode> document() {
        parser.getEvent();
        if (!parser.checkEvent(ID.DocumentStart)) {
            return Optional.empty();
        }
        DocumentStartEvent start = (DocumentStartEvent) parser.getEvent();
        if (start.getVersion() != null || source.text().startsWith("%")) {
            findings.error(
                    Code.SYNTAX, position(start.getStartMark()), "", "directives are not read here: leave it out");
        }
        YamlNode value = node("", 0);
        parser.getEvent();
        if (parser.checkEvent(ID.DocumentStart)) {
            findings.error(
                    Code.SYNTAX,
                    position(parser.peekEvent().getStartMark()),
                    "",
                    "a second document begins here; a file holds one policy: put the other in a file of its own");
        }
        return Optional.of(value);
    }

    private YamlNode node(String pointer, int depth) {
        Event event = parser.getEvent();
        if (depth > DEEPEST) {
            throw new TooDeep(event.getStartMark());
        }
        boolean tagged = refusals((NodeEvent) event, pointer);
        YamlNode node =
                switch (event) {
                    case ScalarEvent scalar -> scalar(scalar);
                    case SequenceStartEvent sequence -> sequence(sequence, pointer, depth);
                    case MappingStartEvent mapping -> mapping(mapping, pointer, depth);
                    default -> new Refused(span(event, event));
                };
        return tagged ? new Refused(node.span()) : node;
    }

    private boolean refusals(NodeEvent event, String pointer) {
        SourcePosition position = position(event.getStartMark());
        if (event instanceof AliasEvent) {
            String name = "*" + event.getAnchor();
            findings.error(
                    Code.SYNTAX,
                    position,
                    pointer,
                    "%s: aliases are not read here: write the value out".formatted(name));
            return true;
        }
        if (event.getAnchor() != null) {
            String name = "&" + event.getAnchor();
            findings.error(
                    Code.SYNTAX, position, pointer, "%s: anchors are not read here: leave it out".formatted(name));
        }
        String tag = tag(event);
        if (tag != null) {
            findings.error(Code.SYNTAX, position, pointer, "!%s: tags are not read here: leave it out".formatted(tag));
        }
        return tag != null;
    }

    private static String tag(NodeEvent event) {
        String tag =
                switch (event) {
                    case ScalarEvent scalar -> scalar.getTag();
                    case SequenceStartEvent sequence -> sequence.getTag();
                    case MappingStartEvent mapping -> mapping.getTag();
                    default -> null;
                };
        return tag == null ? null : tag.replaceFirst("^tag:yaml.org,2002:", "!").replaceFirst("^!", "");
    }

    private static Scalar scalar(ScalarEvent event) {
        ScalarStyle style =
                switch (event.getScalarStyle()) {
                    case PLAIN -> ScalarStyle.PLAIN;
                    case SINGLE_QUOTED -> ScalarStyle.SINGLE_QUOTED;
                    case DOUBLE_QUOTED, JSON_SCALAR_STYLE -> ScalarStyle.DOUBLE_QUOTED;
                    case LITERAL -> ScalarStyle.LITERAL;
                    case FOLDED -> ScalarStyle.FOLDED;
                };
        return new Scalar(span(event, event), style, event.getValue());
    }

    private Sequence sequence(SequenceStartEvent start, String pointer, int depth) {
        List<YamlNode> items = new ArrayList<>();
        while (!parser.checkEvent(ID.SequenceEnd)) {
            items.add(node(Pointers.item(pointer, items.size()), depth + 1));
        }
        return new Sequence(span(start, parser.getEvent()), start.isFlow(), items);
    }

    private Mapping mapping(MappingStartEvent start, String pointer, int depth) {
        List<Entry> entries = new ArrayList<>();
        Map<String, Integer> lines = new HashMap<>();
        while (!parser.checkEvent(ID.MappingEnd)) {
            YamlNode key = node(pointer, depth + 1);
            String name = key instanceof Scalar scalar ? scalar.value() : "";
            YamlNode value = node(Pointers.member(pointer, name), depth + 1);
            if (!(key instanceof Scalar scalar)) {
                findings.error(Code.SYNTAX, key.span().start(), pointer, "a key is a word, not a list or an object");
                continue;
            }
            Integer first = lines.putIfAbsent(name, key.span().start().line());
            if (first != null) {
                findings.error(
                        Code.DUPLICATE,
                        key.span().start(),
                        Pointers.member(pointer, name),
                        "'%s' is given twice, first on line %d".formatted(name, first));
                continue;
            }
            entries.add(new Entry(scalar, value));
        }
        return new Mapping(span(start, parser.getEvent()), start.isFlow(), entries);
    }

    private static Span span(Event start, Event end) {
        return new Span(
                position(start.getStartMark()),
                start.getStartMark().getIndex(),
                end.getEndMark().getIndex());
    }

    private static SourcePosition position(Mark mark) {
        return new SourcePosition(mark.getLine() + 1, mark.getColumn() + 1);
    }

    /** Ends the reading at once: what nests too deeply is not worth more findings. */
    private static final class TooDeep extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Mark mark;

        TooDeep(Mark mark) {
            super(null, null, false, false);
            this.mark = mark;
        }
    }
}
