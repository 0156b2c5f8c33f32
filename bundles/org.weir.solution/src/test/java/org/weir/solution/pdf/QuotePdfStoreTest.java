package org.weir.solution.pdf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.weir.records.api.Row;
import org.weir.solution.quote.House;
import org.weir.solution.quote.Offers;
import org.weir.testkit.TestTexts;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class QuotePdfStoreTest {
    private static Row quote(House house, Row account, String language, int lines) {
        Row list = house.create(
                "price-list",
                "name",
                "List " + language,
                "currency",
                "CNY",
                "validFrom",
                LocalDate.of(2026, 1, 1),
                "floorMargin",
                new BigDecimal(10),
                "ceilingMargin",
                new BigDecimal(90));
        Row quote = house.create(
                "quote",
                "subject",
                "Network energy 网络能源",
                "account",
                account.id(),
                "priceList",
                list.id(),
                "currency",
                "CNY",
                "language",
                language,
                "discount",
                new BigDecimal(5),
                "validUntil",
                LocalDate.of(2030, 3, 31),
                "terms",
                "30 days net. 货到付款。");
        for (int i = 0; i < lines; i++) {
            house.create(
                    "quote-line",
                    "quote",
                    quote.id(),
                    "label",
                    i == 0 ? "Rectifier 12 kW 整流器 with a rather long name that needs two lines 以及很长的中文名称" : "Part " + i,
                    "siteType",
                    i % 2 == 0 ? "Urban macro" : "都江堰枢纽站",
                    "quantity",
                    2L,
                    "sites",
                    617L,
                    "unitPrice",
                    new BigDecimal("2140.50"));
        }
        return house.records.read(house.system, "quote", quote.id());
    }

    private static String text(House house, Row quote, String file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new WriteQuote(
                        house.records,
                        house.directory,
                        house.access,
                        TestTexts.of("solution-quote"),
                        new Offers(house.database))
                .write(quote, out);
        Files.write(Path.of("target", file), out.toByteArray());
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            assertTrue(out.size() < 400_000, "only the glyphs used are embedded: " + out.size());
            return new PDFTextStripper().getText(document);
        }
    }

    @OnEachDatabase
    void the_document_speaks_the_customers_language_and_its_numbers_are_those_of_the_quote(TestDatabase databases)
            throws IOException {
        House house = new House(databases);
        Row account = house.create("account", "name", "River Telecom Sichuan", "nameLocal", "江河通信四川公司", "city", "成都");
        Row quote = quote(house, account, "en", 2);
        String english = text(house, quote, "quote-en.pdf");
        // 2 x 617 x 2140.50 = 2,641,377.00 a line; less 5 %
        for (String expected : new String[] {
            "Quotation",
            String.valueOf(quote.get("number")),
            "River Telecom Sichuan",
            "Network energy 网络能源",
            "Urban macro (617 sites)",
            "都江堰枢纽站 (617 sites)",
            "1,234",
            "2,140.50",
            "2,641,377.00",
            "5,282,754.00",
            "Discount 5 %",
            "264,137.70",
            "CNY 5,018,616.30",
            "31 March 2030",
            "30 days net. 货到付款。",
            "Page 1 of 1"
        }) {
            assertTrue(english.contains(expected), () -> expected + " is missing in\n" + english);
        }
        String chinese = text(house, quote(house, account, "zh-CN", 2), "quote-zh.pdf");
        for (String expected : new String[] {
            "报价单",
            "江河通信四川公司",
            "成都",
            "整流器",
            "都江堰枢纽站（617 个站点）",
            "小计",
            "折扣 5 %",
            "总额",
            "CNY 5,018,616.30",
            "2030年3月31日",
            "第 1 页，共 1 页",
            "草稿，尚未生效"
        }) {
            assertTrue(chinese.contains(expected), () -> expected + " is missing in\n" + chinese);
        }
        assertFalse(english.contains("□"));
    }

    @OnEachDatabase
    void a_long_quote_goes_on_over_pages_and_odd_characters_do_no_harm(TestDatabase databases) throws IOException {
        House house = new House(databases);
        Row account = house.create("account", "name", "Emoji 😀 \u200b Ltd 䶮龘");
        Row quote = quote(house, account, "en", 130);
        String text = text(house, quote, "quote-long.pdf");
        assertTrue(text.contains("Part 129"));
        assertTrue(text.contains("Page 4 of 4"), () -> text.substring(text.length() - 200));
        assertTrue(text.contains("Emoji □"));
        assertEquals(
                "Q-2026-1-v2.pdf",
                WriteQuote.fileName(house.create(
                        "quote",
                        "number",
                        "Q-2026/1 v2",
                        "subject",
                        "x",
                        "account",
                        account.id(),
                        "priceList",
                        java.util.Objects.requireNonNull(quote.ref("priceList")),
                        "currency",
                        "CNY")));
    }
}
