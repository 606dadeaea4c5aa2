package io.agentctl.control.rightsizing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a CSV file as RFC 4180 has it, without line breaks inside quotes, and where each field begins.
 *
 * @param file the file's name, for messages
 * @param number of the line, from 1
 * @param fields unquoted and trimmed
 * @param columns where each field begins, from 1
 */
record CsvLine(String file, int number, List<String> fields, List<Integer> columns) {

    static CsvLine of(String file, int number, String line) {
        List<String> fields = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        int begin = 0;
        boolean quoted = false;
        for (int index = 0; index < line.length(); index++) {
            char character = line.charAt(index);
            if (character == '"' && quoted && index + 1 < line.length() && line.charAt(index + 1) == '"') {
                field.append(character);
                index++;
            } else if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                fields.add(field.toString().strip());
                columns.add(begin + 1);
                field.setLength(0);
                begin = index + 1;
            } else {
                field.append(character);
            }
        }
        fields.add(field.toString().strip());
        columns.add(begin + 1);
        CsvLine parsed = new CsvLine(file, number, List.copyOf(fields), List.copyOf(columns));
        if (quoted) {
            throw parsed.refused(fields.size() - 1, "the quote is not closed");
        }
        return parsed;
    }

    /** A failure at a field, or behind the last one if the line has fewer. */
    AgentctlException refused(int field, String why) {
        int column = columns.get(Math.min(field, columns.size() - 1));
        return new AgentctlException(
                ErrorCode.BAD_DOCUMENT, file + ":" + number + ":" + column + ": " + why, UsageCsv.FORM);
    }
}
