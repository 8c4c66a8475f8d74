package dev.envgate.smallaws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ThrottleTest {
    private static final JsonNode NOTHING = World.object();

    private final AtomicLong now = new AtomicLong();
    private final Throttle throttle = new Throttle(now::get);

    @ParameterizedTest
    @EnumSource
    void aFullBucketLetsItsBurstThroughAndThenWhatComesBackInASecond(Quota quota) {
        String operation = quota.operations().getLast();
        assertThat(through(operation, "eu-central-1", quota.burst() + 7)).isEqualTo(quota.burst());
        now.addAndGet(TimeUnit.SECONDS.toNanos(1));
        assertThat(through(operation, "eu-central-1", quota.burst() + quota.perSecond() + 7))
                .isEqualTo(quota.perSecond());
        assertThat(throttle.counts())
                .containsExactly(Map.entry(
                        new Throttle.Bucket("1", quota == Quota.IAM ? "" : "eu-central-1", quota),
                        new Throttle.Count(quota.burst() + quota.perSecond(), quota.burst() + 14)));
    }

    @Test
    void aBucketNeverHoldsMoreThanItsBurst() {
        through("ecs:ListTasks", "us-east-1", 100);
        now.addAndGet(TimeUnit.HOURS.toNanos(1));
        assertThat(through("ecs:DescribeTasks", "us-east-1", 500)).isEqualTo(100);
    }

    @Test
    void regionsAndAccountsHaveBucketsOfTheirOwn() {
        assertThat(through("ecs:ListClusters", "us-east-1", 60)).isEqualTo(50);
        assertThat(through("ecs:ListClusters", "us-west-2", 60)).isEqualTo(50);
        throttle.pass("2", call("ecs:ListClusters", "us-east-1"));
    }

    @Test
    void iamHasOneBucketForAllRegions() {
        assertThat(through("iam:GetRole", "us-east-1", 60)).isEqualTo(60);
        assertThat(through("iam:GetPolicy", "aws-global", 60)).isEqualTo(40);
    }

    @Test
    void whatNobodyLimitsIsLetThrough() {
        assertThat(through("s3:GetObject", "us-east-1", 20_000)).isEqualTo(20_000);
    }

    @Test
    void aRefusalIsAsAwsWordsIt() {
        through("iam:GetRole", "us-east-1", 100);
        through("ssm:GetParameters", "us-east-1", 40);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> throttle.pass("1", call("iam:GetRole", "us-east-1")))
                .withMessage("Rate exceeded")
                .returns("Throttling", Refusal::code);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> throttle.pass("1", call("ssm:GetParameters", "us-east-1")))
                .returns("ThrottlingException", Refusal::code)
                .returns(400, Refusal::status);
    }

    private int through(String operation, String region, int calls) {
        int passed = 0;
        for (int i = 0; i < calls; i++) {
            try {
                throttle.pass("1", call(operation, region));
                passed++;
            } catch (Refusal refused) {
                // It is counted by what did not pass.
            }
        }
        return passed;
    }

    private static Call call(String operation, String region) {
        return new Call(operation, region, "me", NOTHING);
    }
}
