package dev.envgate.aws;

import static dev.envgate.aws.Contract.refused;
import static dev.envgate.aws.Endpoint.ACCOUNT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.envgate.aws.Contract.Check;
import dev.envgate.ledger.Contents;
import dev.envgate.ledger.Deployment;
import dev.envgate.ledger.Reference;
import dev.envgate.ledger.Stored;
import dev.envgate.ledger.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.secretsmanager.model.GetSecretValueResponse;
import software.amazon.awssdk.services.ssm.model.Parameter;
import software.amazon.awssdk.services.ssm.model.ParameterType;

/** More of the contract: the values that a deep run looks at, and what starts tasks without a service. */
final class ContractValues {
    private static final String SECRET = "arn:aws:secretsmanager:us-east-1:" + ACCOUNT + ":secret:";
    private static final String DB = SECRET + "shop/db-AbCdEf";
    private static final String NEWER = "22222222-2222-4222-8222-222222222222";

    private ContractValues() {}

    static List<Check> checks() {
        List<Check> all = new ArrayList<>(secrets());
        all.addAll(parameters());
        all.addAll(triggers());
        all.addAll(objectsAndCallers());
        all.addAll(facts());
        return all;
    }

    private static List<Check> secrets() {
        return List.of(
                new Check(
                        "the value of a secret is that of its current version",
                        at -> assertThat(value(at, DB, "", ""))
                                .returns(DB, GetSecretValueResponse::arn)
                                .returns("shop/db", GetSecretValueResponse::name)
                                .satisfies(
                                        read -> assertThat(read.secretString()).contains("planted-in-a-secret"))
                                .satisfies(
                                        read -> assertThat(read.versionStages()).contains("AWSCURRENT"))),
                new Check(
                        "the value of a secret is read by a stage",
                        at -> assertThat(value(at, DB, "AWSPREVIOUS", "").secretString())
                                .contains("planted-before")),
                new Check(
                        "the value of a secret is read by the id of a version",
                        at -> assertThat(value(at, DB, "", NEWER))
                                .returns(NEWER, GetSecretValueResponse::versionId)
                                .satisfies(
                                        read -> assertThat(read.secretString()).contains("planted-in-a-secret"))),
                new Check(
                        "a stage that a secret does not have has no value",
                        refused("ResourceNotFoundException", at -> value(at, DB, "AWSPENDING", ""))),
                new Check(
                        "a version that a secret does not have has no value",
                        refused(
                                "ResourceNotFoundException",
                                at -> value(at, DB, "", "99999999-9999-4999-8999-999999999999"))),
                new Check(
                        "a secret that was never given a value has none to read",
                        refused("ResourceNotFoundException", at -> value(at, "shop/empty", "", ""))),
                new Check(
                        "a secret that is to be deleted gives no value",
                        refused("InvalidRequestException", at -> value(at, "shop/doomed", "", ""))),
                new Check(
                        "a secret that is not there gives no value",
                        refused("ResourceNotFoundException", at -> value(at, "shop/nobody", "", ""))),
                new Check(
                        "a secret of bytes has no text",
                        at -> assertThat(value(at, "shop/licence", "", ""))
                                .returns(null, GetSecretValueResponse::secretString)
                                .returns(
                                        "planted-as-bytes",
                                        read -> read.secretBinary().asUtf8String())),
                new Check(
                        "a secret says when it was changed",
                        at -> assertThat(at.secrets()
                                        .describeSecret(request -> request.secretId("shop/db"))
                                        .lastChangedDate())
                                .isNotNull()));
    }

    private static List<Check> parameters() {
        return List.of(
                new Check(
                        "a secure parameter is decrypted on request",
                        at -> assertThat(decrypted(at, "/shop/token"))
                                .singleElement()
                                .returns(ParameterType.SECURE_STRING, Parameter::type)
                                .returns("planted-in-a-secure-parameter", Parameter::value)),
                new Check(
                        "a parameter that is not secure is the same when it is decrypted",
                        at -> assertThat(decrypted(at, "/shop/url"))
                                .singleElement()
                                .returns(ParameterType.STRING, Parameter::type)
                                .returns("planted-in-a-parameter", Parameter::value)),
                new Check(
                        "a list comes as one text with commas",
                        at -> assertThat(decrypted(at, "/hosts"))
                                .singleElement()
                                .returns(ParameterType.STRING_LIST, Parameter::type)
                                .returns("one.example,two.example", Parameter::value)),
                new Check("what is missing is called invalid when it is decrypted, too", at -> {
                    var response = at.parameters()
                            .getParameters(request ->
                                    request.names("/shop/token", "/shop/nobody").withDecryption(true));
                    assertThat(response.parameters()).hasSize(1);
                    assertThat(response.invalidParameters()).containsExactly("/shop/nobody");
                }),
                new Check(
                        "a parameter in other capitals is another one",
                        at -> assertThat(at.parameters()
                                        .getParameters(request -> request.names("/SHOP/URL"))
                                        .invalidParameters())
                                .containsExactly("/SHOP/URL")));
    }

    private static List<Check> triggers() {
        String back = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":cluster/back";
        String shop = "arn:aws:ecs:us-east-1:" + ACCOUNT + ":cluster/shop";
        return List.of(
                new Check(
                        "a rule that is on says so",
                        at -> assertThat(at.rules()
                                        .describeRule(request -> request.name("nightly"))
                                        .stateAsString())
                                .isEqualTo("ENABLED")),
                new Check(
                        "a rule that is not there is not described",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.rules().describeRule(request -> request.name("nobody")))),
                new Check(
                        "no rule starts anything in a cluster that none names",
                        at -> assertThat(at.rules()
                                        .listRuleNamesByTarget(request -> request.targetArn(back))
                                        .ruleNames())
                                .isEmpty()),
                new Check("the rules that start something are listed in pages", at -> {
                    var first = at.rules()
                            .listRuleNamesByTarget(
                                    request -> request.targetArn(shop).limit(1));
                    assertThat(first.ruleNames()).hasSize(1);
                    var second = at.rules()
                            .listRuleNamesByTarget(
                                    request -> request.targetArn(shop).limit(1).nextToken(first.nextToken()));
                    assertThat(second.ruleNames()).hasSize(1).doesNotContainAnyElementsOf(first.ruleNames());
                }),
                new Check(
                        "a target of a rule is the cluster",
                        at -> assertThat(at.rules()
                                        .listTargetsByRule(request -> request.rule("off"))
                                        .targets())
                                .singleElement()
                                .returns(shop, target -> target.arn())),
                new Check(
                        "a schedule says whether it is on",
                        at -> assertThat(List.of("weekly", "paused"))
                                .map(name -> at.schedules()
                                        .getSchedule(request -> request.name(name))
                                        .state())
                                .containsExactly(ScheduleState.ENABLED, ScheduleState.DISABLED)),
                new Check("schedules are listed in pages", at -> {
                    var first = at.schedules().listSchedules(request -> request.maxResults(1));
                    assertThat(first.schedules()).hasSize(1);
                    assertThat(at.schedules()
                                    .listSchedules(
                                            request -> request.maxResults(1).nextToken(first.nextToken()))
                                    .schedules())
                            .hasSize(1)
                            .doesNotContainAnyElementsOf(first.schedules());
                }),
                new Check(
                        "a schedule is not in another group",
                        refused(
                                "ResourceNotFoundException",
                                at -> at.schedules()
                                        .getSchedule(request ->
                                                request.name("weekly").groupName("nobody")))));
    }

    private static List<Check> objectsAndCallers() {
        return List.of(
                new Check(
                        "an object says when it was changed",
                        at -> assertThat(object(at, "env/web one.env").lastModified())
                                .isNotNull()),
                new Check(
                        "a plus in the key of an object is a plus, and an object may be empty",
                        at -> assertThat(object(at, "env/a+b.env").contentLength())
                                .isZero()),
                new Check(
                        "the caller has an ARN",
                        at -> assertThat(at.sts().getCallerIdentity().arn())
                                .matches("arn:aws:(iam|sts)::" + ACCOUNT + ":.+")),
                new Check(
                        "the credentials of a role end later",
                        at -> assertThat(at.sts()
                                        .assumeRole(
                                                request -> request.roleArn("arn:aws:iam::" + ACCOUNT + ":role/reader")
                                                        .roleSessionName("contract"))
                                        .credentials()
                                        .expiration())
                                .isAfter(Instant.now())));
    }

    private static GetObjectResponse object(Endpoint at, String key) {
        return at.objects()
                .getObjectAsBytes(request -> request.bucket("shop-config").key(key))
                .response();
    }

    /** The same as the program sees it, in a deep run. */
    private static List<Check> facts() {
        return List.of(
                new Check(
                        "the program sees that a secret has the key",
                        at -> assertThat(contents(at, DB + ":password::", true))
                                .isEqualTo(new Contents.Text(Contents.Look.MEANT))),
                new Check(
                        "the program sees that the key of a secret is empty",
                        at -> assertThat(contents(at, DB + ":empty::", true))
                                .isEqualTo(new Contents.Text(Contents.Look.EMPTY))),
                new Check(
                        "the program sees that a secret does not have the key",
                        at -> assertThat(contents(at, DB + ":nobody::", true)).isEqualTo(new Contents.WithoutKey(""))),
                new Check(
                        "the program sees that the version before did not have the key",
                        at -> assertThat(contents(at, DB + ":empty:AWSPREVIOUS:", true))
                                .isEqualTo(new Contents.WithoutKey(""))),
                new Check(
                        "the program sees that a secret is no JSON object",
                        at -> assertThat(contents(at, SECRET + "shop/sealed-SeAlEd:password::", true))
                                .isEqualTo(new Contents.NotJson())),
                new Check(
                        "the program sees that a secret is made of bytes",
                        at -> assertThat(contents(at, SECRET + "shop/licence-LiCeNs", true))
                                .isEqualTo(new Contents.Changed(Contents.Form.BINARY))),
                new Check(
                        "the program sees that a secure parameter has a value",
                        at -> assertThat(contents(at, "/shop/token", true))
                                .isEqualTo(new Contents.Text(Contents.Look.MEANT))),
                new Check(
                        "the program looks at no value unless it is told to",
                        at -> assertThat(contents(at, DB + ":nobody::", false)).isEqualTo(new Contents.NotAsked())),
                new Check(
                        "the program sees that a schedule is off",
                        at -> assertThat(at.observe(new Request(List.of(new Query.Standalone("worker")), List.of()))
                                        .deployments())
                                .singleElement()
                                .isInstanceOfSatisfying(
                                        Deployment.Started.class,
                                        started -> assertThat(started.triggers())
                                                .singleElement()
                                                .returns("the schedule `paused`", Trigger::name)
                                                .returns(false, Trigger::enabled))));
    }

    private static Contents contents(Endpoint at, String valueFrom, boolean deep) {
        Reference reference = Reference.parse(valueFrom);
        Stored stored = at.observe(new Request(
                        List.of(), List.of(reference), new Request.Files.Asked(List.of()), List.of(), deep, List.of()))
                .stores()
                .of(reference);
        return ((Stored.Exists) stored).contents();
    }

    private static GetSecretValueResponse value(Endpoint at, String secret, String stage, String version) {
        return at.secrets().getSecretValue(request -> {
            request.secretId(secret);
            if (!stage.isEmpty()) {
                request.versionStage(stage);
            }
            if (!version.isEmpty()) {
                request.versionId(version);
            }
        });
    }

    private static List<Parameter> decrypted(Endpoint at, String name) {
        return at.parameters()
                .getParameters(request -> request.names(name).withDecryption(true))
                .parameters();
    }
}
