package dev.lamina.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.lamina.data.DataNotice.ClassesWithout.Part;
import dev.lamina.message.Language;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataNoticeTest {
    @Test
    void noticesAreSaidInBothLanguages() {
        said(
                new DataNotice.Found(1200, 100, 300, 12),
                "1,200 training, 100 validation and 300 test pictures found in 12 classes",
                "12 个类别中有 1,200 张训练、100 张验证和 300 张测试图像");
        said(
                new DataNotice.TestKept("train", 0.2),
                "no folder test: the part 0.2 of train is kept for testing",
                "没有 test 文件夹：train 的 0.2 部分留作测试");
        said(
                new DataNotice.LeftOut(Map.of("", 1, ".webp", 3), Map.of("cat", 4), List.of(".webp")),
                "left out: 1 without an ending, 3 .webp (cat: 4); convert .webp to PNG or JPEG to have them read",
                "未读取：1 个没有扩展名的、3 个 .webp（cat：4）；请将 .webp 转换为 PNG 或 JPEG 以便读取");
        said(
                new DataNotice.ClassesWithout(Part.TEST, List.of("cat", "dog")),
                "classes without a test example, which are never tested: cat, dog",
                "没有测试样本、因而不会被测试的类别：cat、dog");
    }

    @Test
    void ofManyNamesTheFirstAndTheirNumberAreSaid() {
        List<String> classes = IntStream.range(0, 9).mapToObj(i -> "c" + i).toList();
        String first = classes.stream().limit(8).collect(Collectors.joining(", "));
        assertEquals(
                "classes without a training example, which are never learned: " + first + ", … (9)",
                new DataNotice.ClassesWithout(Part.TRAINING, classes).message().toString());
    }

    private static void said(DataNotice notice, String english, String chinese) {
        assertEquals(english, notice.message().text(Language.ENGLISH));
        assertEquals(chinese, notice.message().text(Language.CHINESE));
    }
}
