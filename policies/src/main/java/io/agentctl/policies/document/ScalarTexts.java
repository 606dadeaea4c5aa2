package io.agentctl.policies.document;

import io.agentctl.policies.document.YamlNode.Mapping;
import io.agentctl.policies.document.YamlNode.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Writes scalars as their author did where that is possible, and in double quotes where it is not. */
final class ScalarTexts {

    private final Lines lines;

    ScalarTexts(Lines lines) {
        this.lines = lines;
    }

    /** On one line, as a key or in brackets. */
    String onOneLine(Scalar scalar) {
        boolean oneLine = lines.of(scalar.span().from())
                == lines.of(Math.max(scalar.span().from(), scalar.span().to() - 1));
        if (oneLine && !isBlock(scalar)) {
            return written(scalar);
        }
        return quoted(scalar.value());
    }

    /** As a value in a block. Its lines after the first begin with so many spaces; a comment goes after the header. */
    List<String> inBlock(Scalar scalar, int indent) {
        boolean oneLine = lines.of(scalar.span().from())
                == lines.of(Math.max(scalar.span().from(), scalar.span().to() - 1));
        if (oneLine && !isBlock(scalar)) {
            return List.of(written(scalar));
        }
        List<String> source = written(scalar).lines().toList();
        List<String> candidate =
                switch (scalar.style()) {
                    case PLAIN -> folded(source, indent);
                    case LITERAL, FOLDED -> block(scalar, source, indent);
                    case SINGLE_QUOTED, DOUBLE_QUOTED -> List.of();
                };
        return says(candidate, scalar.value()) ? candidate : List.of(quoted(scalar.value()));
    }

    private static boolean isBlock(Scalar scalar) {
        return scalar.style() == ScalarStyle.LITERAL || scalar.style() == ScalarStyle.FOLDED;
    }

    private String written(Scalar scalar) {
        return lines.text(scalar.span().from(), scalar.span().to());
    }

    private static List<String> folded(List<String> source, int indent) {
        return IntStream.range(0, source.size())
                .mapToObj(i -> indented(source.get(i).strip(), i == 0 ? 0 : indent))
                .toList();
    }

    private static List<String> block(Scalar scalar, List<String> source, int indent) {
        String sign = scalar.style() == ScalarStyle.LITERAL ? "|" : ">";
        String chomping = scalar.value().endsWith("\n") ? "" : "-";
        List<String> content = source.subList(1, source.size());
        int margin = content.stream()
                .filter(line -> !line.isBlank())
                .findFirst()
                .map(line -> line.length() - line.stripLeading().length())
                .orElse(0);
        int used = content.size();
        while (used > 0 && content.get(used - 1).isBlank()) {
            used--;
        }
        List<String> written = new ArrayList<>(List.of(sign + chomping));
        content.subList(0, used)
                .forEach(line -> written.add(indented(line.substring(Math.min(margin, line.length())), indent)));
        return written;
    }

    private static String indented(String line, int indent) {
        return line.isBlank() ? "" : " ".repeat(indent) + line;
    }

    /** Whether the lines, as the value of a key, read as a value. */
    private static boolean says(List<String> candidate, String value) {
        String text = "k: " + String.join("\n", candidate) + "\n";
        Optional<YamlNode> node = YamlTree.read(new SourceText("", text), new Findings(""));
        return node.isPresent()
                && node.orElseThrow() instanceof Mapping mapping
                && mapping.entries().size() == 1
                && mapping.entries().getFirst().value() instanceof Scalar scalar
                && scalar.value().equals(value);
    }

    /** A text in double quotes, on one line. */
    static String quoted(String value) {
        StringBuilder text = new StringBuilder("\"");
        value.codePoints().forEach(codePoint -> text.append(escaped(codePoint)));
        return text.append('"').toString();
    }

    private static String escaped(int codePoint) {
        return switch (codePoint) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\n' -> "\\n";
            case '\t' -> "\\t";
            case '\r' -> "\\r";
            default -> {
                boolean breaks = codePoint < ' '
                        || (codePoint >= 0x7f && codePoint < 0xa0)
                        || codePoint == 0x2028
                        || codePoint == 0x2029
                        || codePoint == 0xfeff;
                yield breaks ? "\\u%04x".formatted(codePoint) : Character.toString(codePoint);
            }
        };
    }
}
