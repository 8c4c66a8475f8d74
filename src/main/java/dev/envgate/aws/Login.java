package dev.envgate.aws;

/** Where credentials come from. */
public sealed interface Login {
    /** The SDK's default chain: environment, web identity, profile with IAM Identity Center, container, instance. */
    record Chain() implements Login {}

    /** A named profile of the shared configuration files. */
    record Profile(String name) implements Login {}

    /** Fixed keys, for servers that are not AWS; with them neither environment nor profiles are read. */
    record Keys(String accessKeyId, String secretAccessKey) implements Login {
        @Override
        public String toString() {
            return "Keys[(hidden)]";
        }
    }
}
