package edu.wenzhou.site.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import edu.wenzhou.site.table.Table.Line;
import edu.wenzhou.site.table.TableRefusal.Reason;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is no table, or made to harm, is refused at once; what is one is read. */
class HostileTableTests {

	private static final Duration LONGEST = Duration.ofSeconds(5);

	private static final String SHEET = "<worksheet><sheetData>%s</sheetData></worksheet>";

	@Test
	void bombsAreRefused() {
		assertThat(refused(workbook(SHEET.formatted("<row/>".repeat(10_000_000)), "", ""))).as("unpacked")
			.isEqualTo(Reason.UNPACKED);
		assertThat(refused(workbook("<a>".repeat(4_000_000), "", ""))).as("deep").isEqualTo(Reason.UNREADABLE);
		assertThat(refused(workbook("<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>"
				+ SHEET.formatted("<row><c t=\"str\"><v>&b;</v></c></row>"), "", "")))
			.as("entities")
			.isEqualTo(Reason.UNREADABLE);
		assertThat(refused(workbook("<!DOCTYPE w SYSTEM \"http://localhost:1/x\">" + SHEET.formatted(""), "", "")))
			.as("fetched")
			.isEqualTo(Reason.UNREADABLE);
		assertThat(refused(workbook(
				SHEET.formatted("<row><c t=\"inlineStr\"><is><t>" + "x".repeat(50_000) + "</t></is></c></row>"), "",
				"")))
			.as("a long text")
			.isEqualTo(Reason.UNREADABLE);
		String many = ("<row>" + "<c t=\"s\"><v>0</v></c>".repeat(50) + "</row>").repeat(100);
		assertThat(refused(workbook(SHEET.formatted(many), "<si><t>" + "文".repeat(32_000) + "</t></si>", "")))
			.as("one text in many cells")
			.isEqualTo(Reason.UNPACKED);
		assertThat(refused(workbook(SHEET.formatted("<row><c r=\"ZZZZZZZZZ1\"><v>1</v></c></row>"), "", "")))
			.as("far to the right")
			.isEqualTo(Reason.COLUMNS);
		assertThat(refused(workbook(SHEET.formatted("<row><c><v>1</v></c></row>".repeat(2002)), "", ""))).as("rows")
			.isEqualTo(Reason.LINES);
		assertThat(refused(workbook(SHEET.formatted("<row/>".repeat(2_600_000)), "", ""))).as("empty rows")
			.isEqualTo(Reason.UNREADABLE);
		assertThat(
				refused(workbook(SHEET.formatted(""), "",
						"<numFmts>"
								+ IntStream.range(0, 50_000)
									.mapToObj((id) -> "<numFmt numFmtId=\"" + id + "\" formatCode=\"" + "[".repeat(250)
											+ "\"/>")
									.collect(Collectors.joining())
								+ "<numFmt numFmtId=\"1\" formatCode=\"" + "[".repeat(1_000_000) + "\"/></numFmts>")))
			.as("formats that take long to read")
			.isEqualTo(Reason.EMPTY);
		assertThat(refused(("x" + "\"".repeat(Table.LARGEST - 1)).getBytes(StandardCharsets.UTF_8)))
			.as("quotes behind a letter")
			.isEqualTo(Reason.UNPACKED);
		assertThat(refused("a,b\n\"".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.QUOTE);
		assertThat(refused(("a\n".repeat(2002)).getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.LINES);
		assertThat(refused(",".repeat(50).concat("x").getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.COLUMNS);
		assertThat(refused(new byte[Table.LARGEST + 1])).isEqualTo(Reason.LARGE);
		byte[] quotes = new byte[Table.LARGEST];
		Arrays.fill(quotes, (byte) '"');
		assertThat(refused(quotes)).as("nothing but quotes").isEqualTo(Reason.UNPACKED);
	}

	@Test
	void whatIsNoTableIsRefused() {
		assertThat(refused(new byte[0])).isEqualTo(Reason.EMPTY);
		assertThat(refused(" , ,\n\n".getBytes(StandardCharsets.UTF_8))).isEqualTo(Reason.EMPTY);
		assertThat(refused("\u00d0\u00cf\u0011\u00e0xls".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.OLD);
		assertThat(refused("PK\u0003\u0004broken".getBytes(StandardCharsets.ISO_8859_1))).isEqualTo(Reason.UNREADABLE);
		assertThat(refused(new byte[] { (byte) 0x89, 'P', 'N', 'G', 0, 0, 0 })).isEqualTo(Reason.UNREADABLE);
		assertThat(refused(zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>"))))
			.isEqualTo(Reason.UNREADABLE);
		Random random = new Random(1);
		byte[] good = workbook(SHEET.formatted("<row><c t=\"str\"><v>名称</v></c></row>"), "", "");
		for (int i = 0; i < 300; i++) {
			byte[] bad = good.clone();
			bad[random.nextInt(bad.length)] ^= (byte) (1 + random.nextInt(255));
			try {
				assertThat(Table.read(bad).head()).isNotNull();
			}
			catch (TableRefusal ex) {
				assertThat(ex.getReason()).isNotNull();
			}
		}
	}

	@Test
	void numbersDaysAndFormulasAreReadAsTheyAreShown() throws TableRefusal {
		String styles = "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
				+ "<numFmt numFmtId=\"165\" formatCode=\"0.00&quot;days&quot;\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
				+ "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/><xf numFmtId=\"22\"/></cellXfs>";
		Line line = Table.read(workbook(SHEET.formatted("<row r=\"1\"><c t=\"str\"><v>一行</v></c></row><row r=\"7\">"
				+ "<c r=\"A7\"><v>2019</v></c><c r=\"B7\" s=\"1\"><v>46266</v></c><c r=\"C7\" s=\"2\"><v>46266</v></c>"
				+ "<c r=\"D7\" s=\"3\"><v>0.30000000000000004</v></c><c r=\"E7\" s=\"4\"><v>46266.333333333336</v></c>"
				+ "<c r=\"F7\" t=\"str\"><f>A1&amp;\"x\"</f><v>算好的</v></c><c r=\"G7\"><f>NOW()</f></c>"
				+ "<c r=\"H7\" t=\"e\"><v>#REF!</v></c><c r=\"I7\" t=\"b\"><v>1</v></c><c r=\"J7\"><v>1E+9</v></c>"
				+ "<c r=\"K7\" t=\"s\"><v>0</v></c><c r=\"L7\"><v>1E+999</v></c><c r=\"N7\" t=\"s\"><v>9</v></c></row>"),
				"<si><r><t>甲</t></r><r><t>乙</t></r><rPh><t>yi</t></rPh></si>", styles))
			.lines()
			.get(0);
		assertThat(line.number()).isEqualTo(7);
		assertThat(line.cells().stream().map(Table::shown)).containsExactly("2019", "2026-09-01", "2026-09-01", "0.3",
				"2026-09-01T08:00", "算好的", "#CALC!", "#REF!", "TRUE", "1000000000", "甲乙", "1E+999");
		assertThat(line.cells().stream().filter(Table::isError).map(Table::shown)).containsExactly("#CALC!", "#REF!");
	}

	@Test
	void textsAreReadInBothEncodingsWithQuotesAndAnySeparator() throws TableRefusal {
		String text = "标题,说明\r\n\"一,二\",\"两\n行\"\"引号\"\"\"\r\n,\r\n三";
		for (byte[] file : List.of(("\ufeff" + text).getBytes(StandardCharsets.UTF_8),
				text.getBytes(Charset.forName("GB18030")),
				text.replace("标题,说明", "标题\t说明").replace("\",\"", "\"\t\"").getBytes(StandardCharsets.UTF_8))) {
			Table table = Table.read(file);
			assertThat(table.head()).containsExactly("标题", "说明");
			assertThat(table.lines().get(0).cells()).containsExactly("一,二", "两\n行\"引号\"");
			assertThat(table.lines().get(0).cell(9)).isEmpty();
		}
	}

	/** Why a file is refused, long before it could take what it asks for. */
	private static Reason refused(byte[] file) {
		ThreadMXBean thread = ManagementFactory.getThreadMXBean();
		long start = thread.getCurrentThreadCpuTime();
		TableRefusal refusal = catchThrowableOfType(TableRefusal.class, () -> Table.read(file));
		assertThat(Duration.ofNanos(thread.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
		assertThat(refusal).isNotNull();
		return refusal.getReason();
	}

	private static byte[] workbook(String sheet, String strings, String styles) {
		return zip(parts(sheet, strings, styles));
	}

	private static Map<String, String> parts(String sheet, String strings, String styles) {
		Map<String, String> parts = new LinkedHashMap<>();
		parts.put("[Content_Types].xml", "<Types/>");
		parts.put("xl/workbook.xml",
				"<workbook xmlns:r=\"urn:r\"><sheets><sheet name=\"a\" state=\"hidden\" r:id=\"r0\"/><sheet name=\"b\" r:id=\"r1\"/></sheets></workbook>");
		parts.put("xl/_rels/workbook.xml.rels",
				"<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
		parts.put("xl/worksheets/sheet1.xml", sheet);
		parts.put("xl/sharedStrings.xml", "<sst>" + strings + "</sst>");
		parts.put("xl/styles.xml", "<styleSheet>" + styles + "</styleSheet>");
		return parts;
	}

	private static byte[] zip(Map<String, String> parts) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
			for (Map.Entry<String, String> part : parts.entrySet()) {
				zip.putNextEntry(new ZipEntry(part.getKey()));
				zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
				zip.closeEntry();
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

}
