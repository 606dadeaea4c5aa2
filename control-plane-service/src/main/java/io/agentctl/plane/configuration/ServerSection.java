package io.agentctl.plane.configuration;

import io.agentctl.control.yaml.Form;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where a control plane listens.
 *
 * @param host a name or address of this machine
 * @param port 0 for any that is free
 * @param tls certificate and key; without them it speaks plain HTTP
 */
public record ServerSection(String host, int port, Optional<Tls> tls) {

    static final List<String> KEYS = List.of("host", "port", "tls");

    private static final List<String> TLS_KEYS = List.of("certificate", "key");
    private static final int USUAL_PORT = 8470;
    private static final int LAST_PORT = 65_535;

    /**
     * With what it proves that it is who it says.
     *
     * @param certificate a PEM file, with the whole chain
     * @param key a PEM file
     */
    public record Tls(Path certificate, Path key) {}

    static ServerSection read(Form form) {
        return new ServerSection(
                form.text("host").orElse("127.0.0.1"),
                Values.number(form, "port", USUAL_PORT, 0, LAST_PORT),
                form.form("tls", TLS_KEYS).flatMap(ServerSection::tls));
    }

    private static Optional<Tls> tls(Form form) {
        form.needs("certificate", "TLS needs a 'certificate'").needs("key", "TLS needs a 'key'");
        Optional<Path> certificate = form.value("certificate", Path::of, "a path");
        Optional<Path> key = form.value("key", Path::of, "a path");
        return certificate.flatMap(chain -> key.map(secret -> new Tls(chain, secret)));
    }
}
