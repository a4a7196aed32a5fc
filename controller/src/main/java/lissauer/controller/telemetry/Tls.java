package lissauer.controller.telemetry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** TLS from the PEM files that everybody has; the JDK speaks 1.2 and 1.3 and nothing older. */
final class Tls {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  private Tls() {}

  /**
   * Sockets that trust these authorities and show this certificate.
   *
   * @param authorities PEM; empty for those that the JDK trusts
   * @param chain PEM of our own certificate; empty for none
   * @param key PEM of its key, PKCS #8, unencrypted
   */
  static SSLSocketFactory sockets(String authorities, String chain, String key)
      throws GeneralSecurityException, IOException {
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(authorities.isEmpty() ? null : store(certificates(authorities)));
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(
        chain.isEmpty() ? new KeyManager[0] : keys(chain, key), trust.getTrustManagers(), null);
    return context.getSocketFactory();
  }

  private static KeyManager[] keys(String chain, String key)
      throws GeneralSecurityException, IOException {
    KeyStore store = store(List.of());
    char[] none = {};
    PrivateKey ours = privateKey(key);
    Certificate[] certificates = certificates(chain).toArray(Certificate[]::new);
    belongs(ours, certificates[0]);
    store.setKeyEntry("rig", ours, none, certificates);
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, none);
    return keys.getKeyManagers();
  }

  /** What the key signs, the certificate must vouch for; a broker would only hang up. */
  private static void belongs(PrivateKey key, Certificate certificate)
      throws GeneralSecurityException {
    Signature signature =
        Signature.getInstance(
            switch (key.getAlgorithm()) {
              case "RSA" -> "SHA256withRSA";
              case "EC" -> "SHA256withECDSA";
              default -> "Ed25519";
            });
    signature.initSign(key);
    byte[] signed = signature.sign();
    try {
      signature.initVerify(certificate.getPublicKey());
      if (signature.verify(signed)) {
        return;
      }
    } catch (InvalidKeyException | SignatureException e) {
      // A certificate for another kind of key.
    }
    throw new InvalidKeyException(
        "the key is not that of the first certificate in certificate_file");
  }

  private static KeyStore store(Collection<? extends Certificate> trusted)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    int number = 0;
    for (Certificate certificate : trusted) {
      store.setCertificateEntry("authority-" + number++, certificate);
    }
    return store;
  }

  private static Collection<? extends Certificate> certificates(String pem)
      throws CertificateException {
    Collection<? extends Certificate> found =
        CertificateFactory.getInstance("X.509")
            .generateCertificates(
                new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII)));
    if (found.isEmpty()) {
      throw new CertificateException("no certificate in it");
    }
    return found;
  }

  private static PrivateKey privateKey(String pem) throws GeneralSecurityException {
    int begin = pem.indexOf(BEGIN);
    int end = pem.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new InvalidKeySpecException(
          "no \"" + BEGIN + "\" in it; openssl pkcs8 -topk8 -nocrypt makes one");
    }
    byte[] key = Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    for (String kind : new String[] {"RSA", "EC", "Ed25519"}) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(key));
      } catch (InvalidKeySpecException e) {
        // Another kind, perhaps.
      }
    }
    throw new InvalidKeySpecException("the key is none of RSA, EC, Ed25519");
  }
}
