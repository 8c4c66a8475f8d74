package dev.envgate.aws;

import static dev.envgate.aws.Endpoint.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.EnvFile;
import dev.envgate.ledger.Identity;
import dev.envgate.ledger.Name;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Trigger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.ecs.model.DescribeServicesResponse;
import software.amazon.awssdk.services.ecs.model.DesiredStatus;
import software.amazon.awssdk.services.ecs.model.KeyValuePair;
import software.amazon.awssdk.services.ecs.model.ListTaskDefinitionsResponse;
import software.amazon.awssdk.services.ecs.model.Service;
import software.amazon.awssdk.services.ecs.model.SortOrder;
import software.amazon.awssdk.services.ecs.model.TaskDefinition;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.secretsmanager.model.DescribeSecretResponse;
import software.amazon.awssdk.services.secretsmanager.model.Filter;
import software.amazon.awssdk.services.secretsmanager.model.SecretListEntry;
import software.amazon.awssdk.services.ssm.model.GetParametersResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterMetadata;
import software.amazon.awssdk.services.ssm.model.ParameterStringFilter;

/** What AWS answers for the world in {@code contract-world.json}: each check holds at AWS, and so at everything that plays it. */
final class Contract {
    /** One thing that AWS does, named by a sentence. */
    record Check(String name, Body body) {}

    /** Looks at a server, and throws when it does something else. */
    interface Body {
        void check(Endpoint at);
    }

    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:" + ACCOUNT + ":secret:";

    private Contract() {}

    static List<Check> checks() {
        List<Check> all = new ArrayList<>(services());
        all.addAll(taskDefinitions());
        all.addAll(clusters());
        all.addAll(tasks());
        all.addAll(secrets());
        all.addAll(parameters());
        all.addAll(objects());
        all.addAll(triggers());
        all.addAll(callers());
        all.addAll(ContractDetails.checks());
        all.addAll(ContractRights.checks());
        all.addAll(ContractValues.checks());
        all.addAll(ContractImages.checks());
        all.addAll(facts());
        return all;
    }

    private static List<Check> services() {
        return List.of(
                new Check("a service names its primary deployment's task definition", at -> {
                    Service web = describe(at, "shop", "web").services().getFirst();
                    assertThat(web.deployments())
                            .filteredOn(each -> each.status().equals("PRIMARY"))
                            .singleElement()
                            .satisfies(each -> assertThat(each.taskDefinition()).endsWith(":task-definition/web:3"));
                    assertThat(web.status()).isEqualTo("ACTIVE");
                    assertThat(web.clusterArn()).endsWith(":cluster/shop");
                }),
                new Check(
                        "a service pinned to an older revision runs that one",
                        at -> assertThat(describe(at, "shop", "pinned")
                                        .services()
                                        .getFirst()
                                        .taskDefinition())
                                .endsWith(":task-definition/web:2")),
                new Check("a service and a cluster can be given by ARN", at -> {
                    String cluster = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":cluster/shop";
                    String service = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":service/shop/web";
                    assertThat(describe(at, cluster, service).services())
                            .singleElement()
                            .returns("web", Service::serviceName);
                }),
                new Check("a service that is not there comes back among the failures", at -> {
                    DescribeServicesResponse response = describe(at, "shop", "web", "nobody");
                    assertThat(response.services()).hasSize(1);
                    assertThat(response.failures()).singleElement().satisfies(failure -> {
                        assertThat(failure.reason()).isEqualTo("MISSING");
                        assertThat(failure.arn()).endsWith("/nobody");
                    });
                }),
                new Check(
                        "a deleted service is INACTIVE",
                        at -> assertThat(describe(at, "shop", "gone").services())
                                .singleElement()
                                .returns("INACTIVE", Service::status)),
                new Check(
                        "a cluster that is not there is refused",
                        refused("ClusterNotFoundException", at -> describe(at, "nowhere", "web"))),
                new Check(
                        "ten services can be described at once",
                        at -> assertThat(describe(at, "shop", many(10)).failures())
                                .hasSize(10)),
                new Check(
                        "eleven services are too many",
                        refused("InvalidParameterException", at -> describe(at, "shop", many(11)))),
                new Check("no service is too few", refused("InvalidParameterException", at -> describe(at, "shop"))),
                new Check(
                        "a deleted service is not listed",
                        at -> assertThat(at.free()
                                        .listServices(request -> request.cluster("shop"))
                                        .serviceArns())
                                .extracting(Names::last)
                                .containsExactlyInAnyOrder("web", "pinned", "twin")),
                new Check("the services of a cluster are listed in pages", at -> {
                    List<String> arns = new ArrayList<>();
                    at
                            .free()
                            .listServicesPaginator(
                                    request -> request.cluster("shop").maxResults(2))
                            .stream()
                            .peek(page -> assertThat(page.serviceArns()).hasSizeLessThanOrEqualTo(2))
                            .forEach(page -> arns.addAll(page.serviceArns()));
                    assertThat(arns).anyMatch(arn -> arn.endsWith("/web")).anyMatch(arn -> arn.endsWith("/pinned"));
                }));
    }

    private static List<Check> taskDefinitions() {
        return List.of(
                new Check(
                        "a family means its newest ACTIVE revision",
                        at -> assertThat(definition(at, "web").revision()).isEqualTo(4)),
                new Check(
                        "a task definition is described by family and revision",
                        at -> assertThat(definition(at, "web:2").revision()).isEqualTo(2)),
                new Check(
                        "a task definition is described by ARN",
                        at -> assertThat(definition(at, "arn:aws:ecs:us-east-1:" + ACCOUNT + ":task-definition/web:2")
                                        .family())
                                .isEqualTo("web")),
                new Check(
                        "a deregistered task definition is still described",
                        at -> assertThat(definition(at, "web:1").statusAsString())
                                .isEqualTo("INACTIVE")),
                new Check("environment and secrets are described", at -> {
                    var container =
                            definition(at, "web:3").containerDefinitions().getFirst();
                    assertThat(container.environment())
                            .contains(KeyValuePair.builder()
                                    .name("LOG_LEVEL")
                                    .value("level-of-3")
                                    .build());
                    assertThat(container.secrets())
                            .extracting(secret -> secret.name())
                            .containsExactlyInAnyOrder("DB_PASSWORD", "TOKEN");
                }),
                new Check(
                        "a task definition that is not there is refused",
                        refused("ClientException", at -> definition(at, "nobody"))),
                new Check(
                        "a revision that is not there is refused",
                        refused("ClientException", at -> definition(at, "web:99"))),
                new Check(
                        "the ACTIVE revisions of a family are listed, oldest first",
                        at -> assertThat(list(at, SortOrder.ASC).taskDefinitionArns())
                                .extracting(Names::last)
                                .containsExactly("web:2", "web:3", "web:4")),
                new Check(
                        "the ACTIVE revisions of a family are listed, newest first",
                        at -> assertThat(list(at, SortOrder.DESC).taskDefinitionArns())
                                .extracting(Names::last)
                                .containsExactly("web:4", "web:3", "web:2")),
                new Check("task definitions are listed in pages", at -> {
                    var first = at.free()
                            .listTaskDefinitions(
                                    request -> request.familyPrefix("web").maxResults(2));
                    assertThat(first.taskDefinitionArns()).hasSize(2);
                    assertThat(at.free()
                                    .listTaskDefinitions(request -> request.familyPrefix("web")
                                            .maxResults(2)
                                            .nextToken(first.nextToken()))
                                    .taskDefinitionArns())
                            .extracting(Names::last)
                            .containsExactly("web:4");
                }));
    }

    private static List<Check> clusters() {
        return List.of(
                new Check(
                        "all clusters are listed",
                        at -> assertThat(at.free().listClusters().clusterArns())
                                .extracting(Names::last)
                                .contains("shop", "back", "void")),
                new Check("clusters are listed in pages", at -> {
                    var first = at.free().listClusters(request -> request.maxResults(2));
                    assertThat(first.clusterArns()).hasSize(2);
                    assertThat(first.nextToken()).isNotNull();
                }),
                new Check("a cluster that is there is described, and another is among the failures", at -> {
                    var response = at.free().describeClusters(request -> request.clusters("shop", "nowhere"));
                    assertThat(response.clusters()).singleElement().returns("shop", each -> each.clusterName());
                    assertThat(response.failures()).singleElement().returns("MISSING", each -> each.reason());
                }));
    }

    private static List<Check> tasks() {
        return List.of(
                new Check("the tasks of a cluster are listed, and described with their revision", at -> {
                    var arns = at.free()
                            .listTasks(request -> request.cluster("shop"))
                            .taskArns();
                    var tasks = at.free()
                            .describeTasks(request -> request.cluster("shop").tasks(arns));
                    assertThat(tasks.tasks())
                            .extracting(task -> Names.last(task.taskDefinitionArn()))
                            .containsExactlyInAnyOrder("web:3", "web:2", "web:2");
                }),
                new Check(
                        "the tasks of one service are listed",
                        at -> assertThat(at.free()
                                        .listTasks(request ->
                                                request.cluster("shop").serviceName("pinned"))
                                        .taskArns())
                                .hasSize(1)),
                new Check(
                        "a task that runs is not among those that stopped",
                        at -> assertThat(at.free()
                                        .listTasks(request -> request.cluster("shop")
                                                .serviceName("pinned")
                                                .desiredStatus(DesiredStatus.STOPPED))
                                        .taskArns())
                                .isEmpty()),
                new Check(
                        "a task that is not there is among the failures",
                        at -> assertThat(at.free()
                                        .describeTasks(request ->
                                                request.cluster("shop").tasks("0123456789abcdef0123456789abcdef"))
                                        .failures())
                                .singleElement()
                                .returns("MISSING", failure -> failure.reason())));
    }

    private static List<Check> secrets() {
        return List.of(
                new Check("a secret is described by its name, without a value", at -> {
                    DescribeSecretResponse response = secret(at, "shop/db");
                    assertThat(response.arn()).isEqualTo(SECRET + "shop/db-AbCdEf");
                    assertThat(response.versionIdsToStages().values())
                            .contains(List.of("AWSCURRENT"), List.of("AWSPREVIOUS"));
                }),
                new Check(
                        "a secret is described by its ARN",
                        at -> assertThat(secret(at, SECRET + "shop/db-AbCdEf").name())
                                .isEqualTo("shop/db")),
                new Check(
                        "a secret is described by its ARN without the suffix",
                        at -> assertThat(secret(at, SECRET + "shop/db").name()).isEqualTo("shop/db")),
                new Check(
                        "the versions of a secret are listed with the day they were made",
                        at -> assertThat(at.freeSecrets()
                                        .listSecretVersionIds(request -> request.secretId("shop/db"))
                                        .versions())
                                .hasSize(2)
                                .allSatisfy(
                                        each -> assertThat(each.createdDate()).isNotNull())
                                .anySatisfy(
                                        each -> assertThat(each.versionStages()).containsExactly("AWSCURRENT"))),
                new Check(
                        "a secret under another suffix is not there",
                        refused("ResourceNotFoundException", at -> secret(at, SECRET + "shop/db-zzzzzz"))),
                new Check(
                        "a secret that is not there is refused",
                        refused("ResourceNotFoundException", at -> secret(at, "shop/nobody"))),
                new Check(
                        "what is refused is a bad request",
                        at -> assertThatExceptionOfType(AwsServiceException.class)
                                .isThrownBy(() -> secret(at, "shop/nobody"))
                                .returns(400, AwsServiceException::statusCode)),
                new Check(
                        "a secret without a value has no version with a stage",
                        at -> assertThat(secret(at, "shop/empty").versionIdsToStages())
                                .isEmpty()),
                new Check(
                        "a secret that is to be deleted says when",
                        at -> assertThat(secret(at, "shop/doomed").deletedDate())
                                .isNotNull()),
                new Check(
                        "a secret is in its own region only",
                        refused("ResourceNotFoundException", at -> secret(at, "shop/abroad"))),
                new Check(
                        "a secret is found in its region",
                        at -> assertThat(at.secretsIn("eu-central-1")
                                        .describeSecret(request -> request.secretId("shop/abroad"))
                                        .name())
                                .isEqualTo("shop/abroad")),
                new Check(
                        "secrets are listed without those to be deleted",
                        at -> assertThat(at.freeSecrets().listSecrets().secretList())
                                .extracting(SecretListEntry::name)
                                .contains("shop/db", "shop/empty")
                                .doesNotContain("shop/doomed")),
                new Check(
                        "secrets are listed by the beginning of their names",
                        at -> assertThat(at.secrets()
                                        .listSecrets(request -> request.filters(Filter.builder()
                                                .key("name")
                                                .values("shop/d")
                                                .build()))
                                        .secretList())
                                .extracting(SecretListEntry::name)
                                .containsExactly("shop/db")),
                new Check(
                        "secrets are listed in pages",
                        at -> assertThat(at.freeSecrets().listSecrets(request -> request.maxResults(1)))
                                .satisfies(page -> assertThat(page.secretList()).hasSize(1))
                                .satisfies(page -> assertThat(page.nextToken()).isNotNull())));
    }

    private static List<Check> parameters() {
        return List.of(
                new Check("parameters that are there come back, others are called invalid", at -> {
                    GetParametersResponse response = get(at, "/shop/url", "/shop/nobody", "flat");
                    assertThat(response.parameters())
                            .extracting(Parameter::name)
                            .containsExactlyInAnyOrder("/shop/url", "flat");
                    assertThat(response.invalidParameters()).containsExactly("/shop/nobody");
                }),
                new Check(
                        "a secure parameter comes back encrypted",
                        at -> assertThat(get(at, "/shop/token").parameters())
                                .singleElement()
                                .satisfies(each ->
                                        assertThat(each.value()).isNotEqualTo("planted-in-a-secure-parameter"))),
                new Check(
                        "parameters are listed by the beginning of their names",
                        at -> assertThat(at.parameters()
                                        .describeParameters(
                                                request -> request.parameterFilters(ParameterStringFilter.builder()
                                                        .key("Name")
                                                        .option("BeginsWith")
                                                        .values("/shop/")
                                                        .build()))
                                        .parameters())
                                .extracting(ParameterMetadata::name)
                                .containsExactlyInAnyOrder("/shop/url", "/shop/token")),
                new Check(
                        "a parameter is found by its ARN",
                        at -> assertThat(get(at, "arn:aws:ssm:us-east-1:" + ACCOUNT + ":parameter/shop/url")
                                        .parameters())
                                .hasSize(1)),
                new Check(
                        "a parameter without a slash is found by its ARN",
                        at -> assertThat(get(at, "arn:aws:ssm:us-east-1:" + ACCOUNT + ":parameter/flat")
                                        .parameters())
                                .hasSize(1)),
                new Check(
                        "a parameter is found by name and version",
                        at -> assertThat(get(at, "/shop/url:1").parameters())
                                .singleElement()
                                .returns(":1", Parameter::selector)),
                new Check(
                        "a version that is not there is invalid",
                        at -> assertThat(get(at, "/shop/url:7").invalidParameters())
                                .containsExactly("/shop/url:7")),
                new Check("eleven parameters are too many", refused("ValidationException", at -> get(at, many(11)))));
    }

    private static List<Check> objects() {
        return List.of(
                new Check(
                        "an object is read as it is, with a tag",
                        at -> assertThat(object(at, "shop-config", "env/web one.env"))
                                .satisfies(
                                        read -> assertThat(read.asUtf8String()).isEqualTo("LOG_LEVEL=planted\n#END"))
                                .satisfies(read ->
                                        assertThat(read.response().eTag()).isNotEmpty())),
                new Check(
                        "an object that is not there is refused",
                        refused("NoSuchKey", at -> object(at, "shop-config", "nobody.env"))),
                new Check(
                        "a bucket that is not there is refused",
                        refused("NoSuchBucket", at -> object(at, "nobody-has-this", "web.env"))));
    }

    private static ResponseBytes<GetObjectResponse> object(Endpoint at, String bucket, String key) {
        return at.objects().getObjectAsBytes(request -> request.bucket(bucket).key(key));
    }

    private static List<Check> triggers() {
        String cluster = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":cluster/shop";
        return List.of(
                new Check(
                        "the rules that start something in a cluster are listed",
                        at -> assertThat(at.rules()
                                        .listRuleNamesByTarget(request -> request.targetArn(cluster))
                                        .ruleNames())
                                .containsExactlyInAnyOrder("nightly", "off")),
                new Check(
                        "a rule names the revision that it starts",
                        at -> assertThat(at.rules()
                                        .listTargetsByRule(request -> request.rule("nightly"))
                                        .targets())
                                .singleElement()
                                .satisfies(target -> assertThat(
                                                target.ecsParameters().taskDefinitionArn())
                                        .endsWith(":task-definition/web:2"))),
                new Check(
                        "a rule says whether it is on",
                        at -> assertThat(at.rules()
                                        .describeRule(request -> request.name("off"))
                                        .stateAsString())
                                .isEqualTo("DISABLED")),
                new Check(
                        "a rule that is not there is refused",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.rules().listTargetsByRule(request -> request.rule("nobody")))),
                new Check(
                        "schedules are listed with what they are aimed at",
                        at -> assertThat(at.schedules()
                                        .listSchedules(request -> {})
                                        .schedules())
                                .filteredOn(each -> each.target().arn().equals(cluster))
                                .singleElement()
                                .returns("weekly", each -> each.name())),
                new Check(
                        "a schedule names the family or revision that it starts",
                        at -> assertThat(at.schedules()
                                        .getSchedule(request ->
                                                request.name("weekly").groupName("default"))
                                        .target()
                                        .ecsParameters()
                                        .taskDefinitionArn())
                                .endsWith(":task-definition/web")),
                new Check(
                        "a schedule that is not there is refused",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.schedules().getSchedule(request -> request.name("nobody")))));
    }

    private static List<Check> callers() {
        return List.of(
                new Check(
                        "the caller's account is known",
                        at -> assertThat(at.sts().getCallerIdentity().account()).isEqualTo(ACCOUNT)),
                new Check(
                        "a role gives credentials",
                        at -> assertThat(at.sts()
                                        .assumeRole(
                                                request -> request.roleArn("arn:aws:iam::" + ACCOUNT + ":role/reader")
                                                        .roleSessionName("contract"))
                                        .credentials()
                                        .sessionToken())
                                .isNotEmpty()));
    }

    /** The same world as the program sees it. */
    private static List<Check> facts() {
        return List.of(
                new Check(
                        "the program sees what a service runs",
                        at -> assertThat(deployment(at, new Query.Service("shop", "pinned")))
                                .isInstanceOfSatisfying(Deployment.Running.class, running -> {
                                    assertThat(running.revision()).isEqualTo("web:2");
                                    assertThat(running.definition()
                                                    .containers()
                                                    .getFirst()
                                                    .entries())
                                            .extracting(entry -> entry.name().text())
                                            .containsExactlyInAnyOrder(
                                                    "LOG_LEVEL", "PASSWORD_IN_PLAIN_TEXT", "DB_PASSWORD", "TOKEN");
                                })),
                new Check(
                        "the program sees that a service is missing",
                        at -> assertThat(deployment(at, new Query.Service("shop", "nobody")))
                                .isEqualTo(new Deployment.Missing("nobody", "shop"))),
                new Check(
                        "the program takes a deleted service for missing",
                        at -> assertThat(deployment(at, new Query.Service("shop", "gone")))
                                .isEqualTo(new Deployment.Missing("gone", "shop"))),
                new Check(
                        "the program does not take an unknown cluster for a missing service",
                        at -> assertThat(deployment(at, new Query.Service("nowhere", "web")))
                                .isInstanceOfSatisfying(
                                        Deployment.NotSeen.class,
                                        seen -> assertThat(seen.why()).contains("no cluster `nowhere`"))),
                new Check(
                        "the program finds a service without its cluster",
                        at -> assertThat(deployment(at, new Query.Service("", "worker")))
                                .isInstanceOfSatisfying(
                                        Deployment.Running.class,
                                        running -> assertThat(running.cluster()).isEqualTo("back"))),
                new Check(
                        "the program finds no service that no cluster has",
                        at -> assertThat(deployment(at, new Query.Service("", "nobody")))
                                .isEqualTo(new Deployment.Missing("nobody", ""))),
                new Check(
                        "the program does not choose between two clusters",
                        at -> assertThat(deployment(at, new Query.Service("", "twin")))
                                .isInstanceOfSatisfying(
                                        Deployment.NotSeen.class,
                                        seen -> assertThat(seen.hint()).contains("--cluster"))),
                new Check(
                        "the program sees the newest revision of a family",
                        at -> assertThat(deployment(at, new Query.Family("web")))
                                .isInstanceOfSatisfying(
                                        Deployment.Newest.class,
                                        newest -> assertThat(newest.revision()).isEqualTo("web:4"))),
                new Check(
                        "the program sees what a rule and a schedule start of a family",
                        at -> assertThat(deployment(at, new Query.Standalone("web")))
                                .isInstanceOfSatisfying(Deployment.Started.class, started -> {
                                    assertThat(started.revision()).isEqualTo("web:2");
                                    assertThat(started.triggers())
                                            .extracting(Trigger::name, Trigger::enabled)
                                            .contains(
                                                    tuple("the rule `nightly`", true),
                                                    tuple("the rule `off`", false),
                                                    tuple("the schedule `weekly`", true));
                                })),
                new Check(
                        "the program sees the names of an environment file and none of its values",
                        at -> assertThat(at.observe(new Request(
                                                List.of(),
                                                List.of(),
                                                new Request.Files.Asked(
                                                        List.of("arn:aws:s3:::shop-config/env/web one.env"))))
                                        .stores()
                                        .file("arn:aws:s3:::shop-config/env/web one.env"))
                                .isInstanceOfSatisfying(
                                        EnvFile.Read.class,
                                        read -> assertThat(read.names()).containsExactly(new Name("LOG_LEVEL")))),
                new Check(
                        "the program sees a secret of another region",
                        at -> assertThat(stored(
                                        at,
                                        "arn:aws:secretsmanager:eu-central-1:" + ACCOUNT
                                                + ":secret:shop/abroad-StUvWx"))
                                .isInstanceOf(Stored.Exists.class)),
                new Check(
                        "the program sees that a secret has a value",
                        at -> assertThat(stored(at, SECRET + "shop/db-AbCdEf:password::"))
                                .isInstanceOfSatisfying(
                                        Stored.Exists.class,
                                        exists -> assertThat(exists.id()).isEqualTo(SECRET + "shop/db-AbCdEf"))),
                new Check(
                        "the program sees that a secret was never given a value",
                        at -> assertThat(stored(at, SECRET + "shop/empty-GhIjKl"))
                                .isEqualTo(new Stored.WithoutValue(SECRET + "shop/empty-GhIjKl", "AWSCURRENT"))),
                new Check(
                        "the program sees that a stage is missing",
                        at -> assertThat(stored(at, SECRET + "shop/db-AbCdEf::AWSPENDING:"))
                                .isEqualTo(new Stored.WithoutValue(SECRET + "shop/db-AbCdEf", "AWSPENDING"))),
                new Check(
                        "the program sees that a secret is to be deleted",
                        at -> assertThat(stored(at, SECRET + "shop/doomed-MnOpQr"))
                                .isInstanceOf(Stored.Deleting.class)),
                new Check(
                        "the program sees that a secret is missing",
                        at -> assertThat(stored(at, SECRET + "shop/nobody-AbCdEf"))
                                .isEqualTo(new Stored.Missing())),
                new Check("the program sees that a parameter is there and another is missing", at -> {
                    assertThat(stored(at, "/shop/url")).isInstanceOf(Stored.Exists.class);
                    assertThat(stored(at, "/shop/nobody")).isEqualTo(new Stored.Missing());
                }),
                new Check(
                        "the program sees a parameter by its ARN",
                        at -> assertThat(stored(at, "arn:aws:ssm:us-east-1:" + ACCOUNT + ":parameter/shop/url"))
                                .isInstanceOf(Stored.Exists.class)),
                new Check(
                        "the program knows the account",
                        at -> assertThat(at.observe(new Request(List.of(), List.of(Reference.parse("/shop/url"))))
                                        .identity())
                                .isEqualTo(new Identity(ACCOUNT, Endpoint.REGION))));
    }

    /** A call that AWS answers with an error of this code. */
    static Body refused(String code, Body call) {
        return at -> {
            ThrowingCallable body = () -> call.check(at);
            assertThatExceptionOfType(AwsServiceException.class)
                    .isThrownBy(body)
                    .returns(code, thrown -> thrown.awsErrorDetails().errorCode());
        };
    }

    private static String[] many(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "nobody-" + i).toArray(String[]::new);
    }

    private static DescribeServicesResponse describe(Endpoint at, String cluster, String... services) {
        return at.free().describeServices(request -> request.cluster(cluster).services(services));
    }

    private static TaskDefinition definition(Endpoint at, String name) {
        return at.free()
                .describeTaskDefinition(request -> request.taskDefinition(name))
                .taskDefinition();
    }

    private static ListTaskDefinitionsResponse list(Endpoint at, SortOrder order) {
        return at.free()
                .listTaskDefinitions(request -> request.familyPrefix("web").sort(order));
    }

    private static DescribeSecretResponse secret(Endpoint at, String id) {
        return at.freeSecrets().describeSecret(request -> request.secretId(id));
    }

    private static GetParametersResponse get(Endpoint at, String... names) {
        return at.parameters().getParameters(request -> request.names(names));
    }

    private static Deployment deployment(Endpoint at, Query query) {
        return at.observe(new Request(List.of(query), List.of())).deployments().getFirst();
    }

    private static Stored stored(Endpoint at, String valueFrom) {
        Reference reference = Reference.parse(valueFrom);
        return at.observe(new Request(List.of(), Collections.singletonList(reference)))
                .stores()
                .of(reference);
    }
}
