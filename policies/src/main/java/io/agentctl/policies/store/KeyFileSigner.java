package io.agentctl.policies.store;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Signs with an Ed25519 key from a file. */
public final class KeyFileSigner implements Signer {

    /** The algorithm's name, in the JDK and in signatures. */
    static final String ED25519 = "Ed25519";

    private final PrivateKey key;
    private final String fingerprint;

    private KeyFileSigner(PrivateKey key, String fingerprint) {
        this.key = key;
        this.fingerprint = fingerprint;
    }

    /**
     * Reads a key: PKCS#8 in PEM, as {@code openssl genpkey -algorithm ed25519} writes it.
     *
     * @param source the file's name, for messages
     * @throws io.agentctl.policies.PolicyException NOT_TRUSTED if it is none
     */
    public static KeyFileSigner read(String source, String pem) {
        byte[] encoded = Pem.blocks("PRIVATE KEY", source, pem).getFirst();
        try {
            PrivateKey key = KeyFactory.getInstance(ED25519).generatePrivate(new PKCS8EncodedKeySpec(encoded));
            return new KeyFileSigner(key, KeyFingerprint.of(publicKey(key)));
        } catch (GeneralSecurityException refused) {
            throw Pem.bad(source, "is not an Ed25519 private key: " + refused.getMessage(), refused);
        }
    }

    /**
     * The JDK derives a public key only while it makes a pair, from 32 random bytes that are the private key: it is
     * handed those of the key that is there. That this is so is proved by a signature.
     */
    private static PublicKey publicKey(PrivateKey key) throws GeneralSecurityException {
        byte[] seed = ((EdECPrivateKey) key).getBytes().orElseThrow();
        KeyPairGenerator generator = KeyPairGenerator.getInstance(ED25519);
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        KeyPair pair = generator.generateKeyPair();
        Signature verifier = Signature.getInstance(ED25519);
        verifier.initVerify(pair.getPublic());
        verifier.update(seed);
        if (!verifier.verify(signed(key, seed))) {
            throw new GeneralSecurityException("this JDK does not derive its public key");
        }
        return pair.getPublic();
    }

    private static byte[] signed(PrivateKey key, byte[] message) throws GeneralSecurityException {
        Signature signer = Signature.getInstance(ED25519);
        signer.initSign(key);
        signer.update(message);
        return signer.sign();
    }

    @Override
    public PolicyVersion.Signature sign(String digest) {
        try {
            byte[] signature = signed(key, HexFormat.of().parseHex(digest));
            return new PolicyVersion.Signature(
                    ED25519, fingerprint, Base64.getEncoder().encodeToString(signature));
        } catch (GeneralSecurityException refused) {
            throw Pem.bad("the key " + fingerprint, "cannot sign: " + refused.getMessage(), refused);
        }
    }

    /** Names the key's public half, as {@link TrustedKeys} does. */
    public String fingerprint() {
        return fingerprint;
    }

    /** Gives the bytes that it has. */
    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final transient byte[] bytes;

        Seed(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        @Override
        public void nextBytes(byte[] wanted) {
            System.arraycopy(bytes, 0, wanted, 0, wanted.length);
        }
    }
}
