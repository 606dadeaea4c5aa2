package io.agentctl.control.performance.http;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whom to believe that it is the target.
 *
 * @param context with the JDK's authorities, or those of a file
 */
public record Tls(SSLContext context) {

    /**
     * Reads authorities.
     *
     * @param authorities a file of certificates (PEM); nothing for the JDK's own
     * @throws AgentctlException BAD_DOCUMENT if it is none
     */
    public static Tls of(Optional<Path> authorities) {
        try {
            if (authorities.isEmpty()) {
                return new Tls(SSLContext.getDefault());
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store(authorities.get()));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return new Tls(context);
        } catch (GeneralSecurityException | IOException e) {
            throw new AgentctlException(
                    ErrorCode.BAD_DOCUMENT,
                    "cannot read certificates from "
                            + authorities.map(Path::toString).orElse("the JDK") + ": " + e.getMessage(),
                    "--ca takes a file of certificates in PEM.",
                    null,
                    e);
        }
    }

    /** An engine for a connection to a target, which must prove its name. */
    SSLEngine engine(Origin origin) {
        SSLEngine engine = context.createSSLEngine(origin.bareHost(), origin.port());
        engine.setUseClientMode(true);
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setApplicationProtocols(new String[] {"http/1.1"});
        engine.setSSLParameters(parameters);
        return engine;
    }

    private static KeyStore store(Path file) throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream stream = Files.newInputStream(file)) {
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(stream)) {
                store.setCertificateEntry("ca-" + number++, certificate);
            }
            if (number == 0) {
                throw new IOException("there is none in it");
            }
        }
        return store;
    }
}
