package io.agentctl.control.publishing;

import io.agentctl.control.error.AgentctlException;
import io.agentctl.control.error.ErrorCode;
import io.agentctl.policies.store.KeyFileSigner;
import io.agentctl.policies.store.Signer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.services.kms.KmsClient;

/** Opens the key that a user names: {@code arn:…} or {@code alias/…} is one of KMS, all else a file. */
final class SigningKeys implements Function<String, Signer> {

    private final Supplier<KmsClient> kms;

    SigningKeys(Supplier<KmsClient> kms) {
        this.kms = kms;
    }

    @Override
    public Signer apply(String name) {
        if (name.startsWith("arn:") || name.startsWith("alias/")) {
            return new KmsSigner(kms.get(), name);
        }
        try {
            return KeyFileSigner.read(name, Files.readString(Path.of(name)));
        } catch (IOException unreadable) {
            throw new AgentctlException(
                    ErrorCode.BAD_CONFIGURATION,
                    "cannot read the signing key " + name + ": " + unreadable.getMessage(),
                    "Name an Ed25519 key file (openssl genpkey -algorithm ed25519), or a KMS key's ARN or alias/NAME.",
                    null,
                    unreadable);
        }
    }
}
