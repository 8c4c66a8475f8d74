package dev.envgate.terraform;

import dev.envgate.hcl.Body;
import java.util.Locale;
import java.util.regex.Pattern;

/** Modules that are not on disk: whether one of them may hold a task definition is told by its source and by what it is called with. */
final class UnreadModules {
    private static final String OWNER =
            "(container|task|task_container|app|application|service|ecs|extra|additional|default|common|map)_";

    /** Arguments that give plain variables to a container. */
    private static final Pattern ENVIRONMENT = Pattern.compile("(" + OWNER
            + ")?(environment|environment_variables|environment_vars|env|envs|env_vars|env_variables|envvars)");

    /** Arguments that give secrets to a container. */
    private static final Pattern SECRETS = Pattern.compile("(" + OWNER + ")?(secrets|secret_environment"
            + "|secret_environment_variables|secret_env_vars|secret_variables|secret_vars"
            + "|environment_secrets|environment_variables_secrets|env_secrets|ssm_secrets)");

    /** Arguments that are whole containers. */
    private static final Pattern CONTAINERS = Pattern.compile("(\\w+_)?container_definitions?");

    /** What a module for ECS is asked for besides; no function, no pipeline and no batch job is. */
    private static final Pattern OF_ECS = Pattern.compile("(ecs_)?cluster(_arn|_id|_name)?|ecs_cluster|desired_count"
            + "|(desired_)?task_count|launch_type|port_mappings|container_(port|image|name|cpu|memory)|docker_image"
            + "|(ecs_)?task_(cpu|memory|role_arn|execution_role_arn|definition\\w*)|execution_role_arn");

    private static final Pattern NEST = Pattern.compile("(ecs_)?(services|tasks|task_definitions)");

    private static final Pattern ECS = Pattern.compile("ecs|fargate|container");

    /** The last part of the source of a module that is for something else, though it may stand beside those for ECS. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            ".*(lambda|function|codebuild|codepipeline|pipeline|secrets?|parameters?|ssm|iam|roles?|polic(y|ies)|permissions?|alarms?)");

    private UnreadModules() {}

    static boolean isEnvironment(String argument) {
        return ENVIRONMENT.matcher(argument).matches();
    }

    static boolean isSecrets(String argument) {
        return SECRETS.matcher(argument).matches();
    }

    static boolean isContainers(String argument) {
        return CONTAINERS.matcher(argument).matches();
    }

    /** Arguments that hold several task definitions, each by its name. */
    static boolean isNest(String argument) {
        return NEST.matcher(argument).matches();
    }

    private static boolean nests(Body.Attribute argument) {
        return isNest(argument.name()) && argument.value().span().text().contains("container_definition");
    }

    /** A word like {@code environment} alone is often the name of a stage, so something must speak of ECS as well. */
    static boolean matter(Body.Block call) {
        return isLocal(call) || isForEcs(call);
    }

    /** What comes from elsewhere and looks as if it made a task definition of what it is given. */
    static boolean isForEcs(Body.Block call) {
        return !isLocal(call) && !ELSEWHERE.matcher(name(call)).matches() && tells(call);
    }

    /** A module of the repository itself, as of a submodule that was not checked out, may be anything. */
    private static boolean isLocal(Body.Block call) {
        return source(call).startsWith("./") || source(call).startsWith("../");
    }

    private static boolean tells(Body.Block call) {
        return has(call, CONTAINERS)
                || call.body().attributes().stream().anyMatch(UnreadModules::nests)
                || ((has(call, ENVIRONMENT) || has(call, SECRETS))
                        && (has(call, OF_ECS) || ECS.matcher(source(call)).find()));
    }

    private static boolean has(Body.Block call, Pattern argument) {
        return call.body().attributes().stream()
                .anyMatch(attribute -> argument.matcher(attribute.name()).matches());
    }

    /** As it is written, without quotes. */
    private static String source(Body.Block call) {
        return call.body()
                .attribute("source")
                .map(source -> source.value().span().text().toLowerCase(Locale.ROOT))
                .map(text -> text.replace("\"", ""))
                .orElse("");
    }

    /** What the source ends in: {@code ecs-service} of {@code github.com/team/modules//aws/ecs-service?ref=1}. */
    private static String name(Body.Block call) {
        String path =
                source(call).replaceFirst("\\?.*", "").replaceFirst("/aws$", "").replaceFirst("\\.git$", "");
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
