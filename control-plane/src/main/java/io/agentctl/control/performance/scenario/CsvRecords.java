package io.agentctl.control.performance.scenario;

import java.util.ArrayList;
import java.util.List;

/** CSV as RFC 4180 has it: fields may be quoted, and a quoted one may have commas, lines and doubled quotes. */
final class CsvRecords {

    private final String text;
    private int at;

    private CsvRecords(String text) {
        this.text = text;
    }

    static List<List<String>> read(String text) {
        CsvRecords reader = new CsvRecords(text);
        List<List<String>> records = new ArrayList<>();
        while (reader.at < text.length()) {
            List<String> fields = reader.line();
            if (!(fields.size() == 1 && fields.getFirst().isBlank())) {
                records.add(fields);
            }
        }
        return records;
    }

    private List<String> line() {
        List<String> fields = new ArrayList<>();
        while (true) {
            fields.add(field());
            if (at >= text.length()) {
                return fields;
            }
            char end = text.charAt(at++);
            if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            if (end != ',') {
                return fields;
            }
        }
    }

    private String field() {
        StringBuilder field = new StringBuilder();
        boolean quoted = at < text.length() && text.charAt(at) == '"';
        at += quoted ? 1 : 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (quoted && c == '"') {
                at++;
                if (at >= text.length() || text.charAt(at) != '"') {
                    quoted = false;
                    continue;
                }
            } else if (!quoted && (c == ',' || c == '\n' || c == '\r')) {
                break;
            }
            field.append(c);
            at++;
        }
        return field.toString();
    }
}
