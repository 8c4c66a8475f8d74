package dev.envgate.cli;

/** The environment variables that envgate itself reads; one that begins with {@code ENVGATE_} stands for the option of its name. Those of the AWS SDK and {@code TF_VAR_*} are passed on as they are. */
enum Variable {
    /** For {@code --baseline}. */
    ENVGATE_BASELINE,
    /** For {@code --cluster}. */
    ENVGATE_CLUSTER,
    /** For {@code --color}. */
    ENVGATE_COLOR,
    /** For {@code --config}. */
    ENVGATE_CONFIG,
    /** For {@code --container}. */
    ENVGATE_CONTAINER,
    /** For {@code --endpoint-url}. */
    ENVGATE_ENDPOINT_URL,
    /** For {@code --environment}. */
    ENVGATE_ENVIRONMENT,
    /** For {@code --env-file}. */
    ENVGATE_ENV_FILE,
    /** For {@code --fail-on}. */
    ENVGATE_FAIL_ON,
    /** For {@code --offline}. */
    ENVGATE_OFFLINE,
    /** For {@code --profile}. */
    ENVGATE_PROFILE,
    /** For {@code --region}. */
    ENVGATE_REGION,
    /** For {@code --require-verified}. */
    ENVGATE_REQUIRE_VERIFIED,
    /** For {@code --role-arn}. */
    ENVGATE_ROLE_ARN,
    /** For {@code --service}. */
    ENVGATE_SERVICE,
    /** For {@code --since}. */
    ENVGATE_SINCE,
    /** For {@code --strict}. */
    ENVGATE_STRICT,
    /** For {@code --task-definition}. */
    ENVGATE_TASK_DEFINITION,
    /** For {@code --terraform}. */
    ENVGATE_TERRAFORM,
    /** For {@code --timeout}. */
    ENVGATE_TIMEOUT,
    /** For {@code --var-file}. */
    ENVGATE_VAR_FILE,
    /** For {@code --workspace}. */
    ENVGATE_WORKSPACE,
    /** No colours when it is not empty. */
    NO_COLOR,
    /** Colours off a terminal too, when it is neither empty nor 0. */
    CLICOLOR_FORCE,
    /** How many columns a line may take. */
    COLUMNS,
    /** The locale; it says whether letters beyond ASCII can be shown. */
    LC_ALL,
    /** The locale of characters, when LC_ALL is not set. */
    LC_CTYPE,
    /** The locale, when neither of the other two is set. */
    LANG,
    /** {@code Windows_NT} on Windows. */
    OS
}
