package dev.envgate.smallaws;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who is calling, and how to become somebody else. The answers are flat; {@link Wire} writes them as XML. */
final class Sts {
    static final Map<String, Operation> OPERATIONS = Map.of(
            "sts:GetCallerIdentity",
            Sts::getCallerIdentity,
            "sts:AssumeRole",
            Sts::assumeRole,
            "sts:AssumeRoleWithWebIdentity",
            Sts::assumeRole);

    private static final String ASSUMED = "ASSUMED";
    private static final Pattern ROLE = Pattern.compile("arn:[^:]*:iam::(\\d{12}):role/.+");

    private Sts() {}

    private static ObjectNode getCallerIdentity(World world, Call call) {
        String who = call.accessKey().startsWith(ASSUMED) ? "assumed-role/assumed/session" : "user/caller";
        return World.object()
                .put("Account", world.account())
                .put("UserId", "AIDAEXAMPLE")
                .put("Arn", "arn:aws:sts::" + world.account() + ":" + who);
    }

    /** The account of a role that the caller has become; empty when it is still who it was. */
    static String assumedAccount(Call call) {
        return call.accessKey().startsWith(ASSUMED) ? call.accessKey().substring(ASSUMED.length()) : "";
    }

    /** The key tells whose role it was: nothing is remembered of a session. */
    private static String accessKey(Call call) {
        Matcher role = ROLE.matcher(call.text("RoleArn"));
        return role.matches() ? ASSUMED + role.group(1) : ASSUMED;
    }

    private static ObjectNode assumeRole(World world, Call call) {
        ObjectNode answer = World.object();
        answer.putObject("Credentials")
                .put("AccessKeyId", accessKey(call))
                .put("SecretAccessKey", "of-nobody")
                .put("SessionToken", "of-nobody")
                .put("Expiration", "2099-01-01T00:00:00Z");
        answer.putObject("AssumedRoleUser")
                .put("Arn", call.text("RoleArn"))
                .put("AssumedRoleId", "AROAEXAMPLE:" + world.account());
        return answer;
    }
}
