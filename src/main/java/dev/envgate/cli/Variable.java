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
    /** For {@code --external-id}. */
    ENVGATE_EXTERNAL_ID,
    /** For {@code --fail-on}. */
    ENVGATE_FAIL_ON,
    /** For {@code --max-rate}. */
    ENVGATE_MAX_RATE,
    /** For {@code --max-age}. */
    ENVGATE_MAX_AGE,
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
    /** For {@code --rule-pages}. */
    ENVGATE_RULE_PAGES,
    /** For {@code --role-session-name}. */
    ENVGATE_ROLE_SESSION_NAME,
    /** For {@code --service}. */
    ENVGATE_SERVICE,
    /** For {@code --shard}. */
    ENVGATE_SHARD,
    /** For {@code --since}. */
    ENVGATE_SINCE,
    /** For {@code --snapshot}. */
    ENVGATE_SNAPSHOT,
    /** The key of the digests in a snapshot; it is no option, so that it does not stand in a list of processes. */
    ENVGATE_SNAPSHOT_KEY,
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
    /** {@code true} inside of GitHub Actions. */
    GITHUB_ACTIONS,
    /** The file of a step's outputs. */
    GITHUB_OUTPUT,
    /** {@code owner/name} on GitHub, for links. */
    GITHUB_REPOSITORY,
    /** The number of the workflow's run, for links. */
    GITHUB_RUN_ID,
    /** GitHub's own address, for links. */
    GITHUB_SERVER_URL,
    /** The commit that a workflow looks at, for links. */
    GITHUB_SHA,
    /** The file of a step's summary. */
    GITHUB_STEP_SUMMARY,
    /** The commit that a pipeline of GitLab looks at, for links. */
    CI_COMMIT_SHA,
    /** The page of a job of GitLab, for links. */
    CI_JOB_URL,
    /** The project's address on GitLab, for links. */
    CI_PROJECT_URL,
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
    /** Where git's configuration of the user lies: it may say where hooks are. */
    HOME,
    /** Where it lies instead. */
    XDG_CONFIG_HOME,
    /** {@code Windows_NT} on Windows. */
    OS
}
