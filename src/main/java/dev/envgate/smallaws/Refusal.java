package dev.envgate.smallaws;

/** An error as AWS answers it. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;

    Refusal(int status, String code, String message) {
        super(message);
        this.status = status;
        this.code = code;
    }

    Refusal(String code, String message) {
        this(400, code, message);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }
}
