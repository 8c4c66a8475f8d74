package dev.envgate.aws;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whose certificates are good. */
sealed interface Authorities {
    /** Those that the Java runtime knows. */
    record OfTheRuntime() implements Authorities {}

    /** Those of a bundle and nobody else, as other tools of AWS have it. */
    record OfTheBundle(SSLContext context) implements Authorities {}

    /** Other tools of AWS read the same variable. */
    String VARIABLE = "AWS_CA_BUNDLE";

    static Answer<Authorities> of(Map<String, String> environment) {
        String file = environment.getOrDefault(VARIABLE, "");
        return file.isBlank() ? new Answer.Got<>(new OfTheRuntime()) : Bundle.read(file);
    }

    /** A file of certificates, one after the other, with any text between them. */
    final class Bundle {
        private static final long LONGEST = 16L << 20;
        private static final Pattern CERTIFICATE =
                Pattern.compile("-----BEGIN CERTIFICATE-----([^-]*+)-----END CERTIFICATE-----");
        private static final Pattern SPACE = Pattern.compile("\\s++");

        private Bundle() {}

        private static Answer<Authorities> read(String file) {
            try {
                Path path = Path.of(file);
                if (Files.size(path) > LONGEST) {
                    return failed(Trouble.NO_BUNDLE, file);
                }
                List<Certificate> certificates = certificates(Files.readString(path, StandardCharsets.ISO_8859_1));
                return certificates.isEmpty()
                        ? failed(Trouble.EMPTY_BUNDLE, file)
                        : new Answer.Got<>(new OfTheBundle(context(certificates)));
            } catch (IOException | InvalidPathException e) {
                return failed(Trouble.NO_BUNDLE, file);
            } catch (GeneralSecurityException e) {
                return failed(Trouble.BAD_BUNDLE, file);
            }
        }

        private static List<Certificate> certificates(String text) throws GeneralSecurityException {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<Certificate> certificates = new ArrayList<>();
            for (Matcher each = CERTIFICATE.matcher(text); each.find(); ) {
                certificates.add(factory.generateCertificate(new ByteArrayInputStream(decoded(each.group(1)))));
            }
            return certificates;
        }

        /** What the runtime would read sign by sign: a bundle has more than a hundred. */
        private static byte[] decoded(String text) throws CertificateException {
            try {
                return Base64.getDecoder().decode(SPACE.matcher(text).replaceAll(""));
            } catch (IllegalArgumentException e) {
                throw new CertificateException("no Base64", e);
            }
        }

        private static SSLContext context(List<Certificate> certificates) throws GeneralSecurityException, IOException {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (Certificate each : certificates) {
                store.setCertificateEntry(String.valueOf(store.size()), each);
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        }

        private static Answer<Authorities> failed(Trouble trouble, String file) {
            return new Answer.Failed<>(Failure.of(trouble, Action.login(List.of(file), "AWS")));
        }
    }
}
