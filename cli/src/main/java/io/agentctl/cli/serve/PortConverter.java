package io.agentctl.cli.serve;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a port on which a server can be found again: 1 to 65535. */
final class PortConverter implements ITypeConverter<Integer> {

    private static final int MOST = 65_535;

    @Override
    public Integer convert(String text) {
        if (text.matches("\\d{1,5}")) {
            int port = Integer.parseInt(text);
            if (port >= 1 && port <= MOST) {
                return port;
            }
        }
        throw new TypeConversionException("expected a port from 1 to " + MOST + ", not " + text);
    }
}
