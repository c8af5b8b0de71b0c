package dev.lamina.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.config.ExperimentConfig;
import dev.lamina.metric.Tag;
import dev.lamina.metric.Tags;
import dev.lamina.setting.RecordFiles;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class RunTagsTest {
    private static UnaryOperator<Tag> of(String... overrides) {
        String text = "{\"data\": {\"source\": {\"type\": \"mnist\"}}, \"network\": {\"preset\": \"resnet20\"}}";
        return RunTags.of(RecordFiles.parse(text, "test", ExperimentConfig.class, List.of(overrides)));
    }

    @Test
    void ofAWnllHeadTheySayWhichHeadDecidesAndHowManyQueriesDecideTogether() {
        UnaryOperator<Tag> said = of("head=wnll");
        assertEquals(
                "WNLL test, queries of 1,000",
                said.apply(Tags.WNLL_TEST_ACCURACY).part());
        assertEquals("test, linear head", said.apply(Tags.TEST_ACCURACY).part());
        assertEquals("GBR of the linear head", said.apply(Tags.GBR).label());
        assertEquals(Tags.LEARNING_RATE.label(), said.apply(Tags.LEARNING_RATE).label());
        assertEquals(
                "WNLL validation, all queries at once",
                of("head=wnll", "head.interpolation.queryBatch=0")
                        .apply(Tags.WNLL_VALIDATION_ACCURACY)
                        .part());
    }

    @Test
    void ofAnyOtherHeadTheyAreAsTheyAre() {
        assertEquals("test", of().apply(Tags.TEST_ACCURACY).part());
        assertEquals("GBR", of("head=svm").apply(Tags.GBR).label());
    }
}
