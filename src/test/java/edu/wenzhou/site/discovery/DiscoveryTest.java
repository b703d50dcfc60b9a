package edu.wenzhou.site.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;

import edu.wenzhou.site.Crawl;
import edu.wenzhou.site.Generation;
import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A test of what programs read, with notices of its own whose slugs begin with
 * {@code found-}; they are taken away again.
 */
abstract class DiscoveryTest extends WebTest {

	static final String SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9";

	/** What is alive of Google's extension, in our words. */
	private static final String IMAGES = """
			<schema xmlns="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified"
			  targetNamespace="http://www.google.com/schemas/sitemap-image/1.1">
			  <element name="image"><complexType><sequence><element name="loc" type="anyURI"/></sequence></complexType></element>
			</schema>""";

	/** What sitemaps use of XHTML, in our words. */
	private static final String LINKS = """
			<schema xmlns="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/1999/xhtml">
			  <element name="link"><complexType>
			    <attribute name="rel" use="required" fixed="alternate"/>
			    <attribute name="hreflang" use="required"/>
			    <attribute name="href" type="anyURI" use="required"/>
			  </complexType></element>
			</schema>""";

	private static Crawl crawl;

	@Autowired
	JdbcClient jdbc;

	/** Two pages of one category, a few of another. */
	void someNotices() {
		notices("ANNOUNCEMENT", 21);
		notices("EVENT", 2);
	}

	/** Every page that a link leads to, with those notices, which have to be there. */
	Crawl crawl() {
		if (crawl == null) {
			crawl = Crawl.of(this::get);
		}
		return crawl;
	}

	@AfterEach
	void removeNotices() {
		this.jdbc.sql("delete from notice where slug like 'found-%'").update();
		this.jdbc.sql("delete from publication where slug like 'found-%'").update();
		this.jdbc.sql("delete from content_item where slug like 'found-%'").update();
		Generation.raise(this.jdbc);
	}

	/**
	 * So many, public as the back office leaves them: {@code found-event-1} the oldest, a
	 * day apart from 2025-01-01, each changed at another time.
	 */
	void notices(String category, int number) {
		String slug = "'found-" + category.toLowerCase() + "-' || n";
		this.jdbc.sql("""
				insert into notice (slug, category, title_zh, body_zh, published_on)
				select %s, :category, '测试通知' || n, '<p>测试正文。</p>',
				timestamptz '2025-01-01 09:00+08' + (n - 1) * interval '1 day'
				from generate_series(1, :number) n""".formatted(slug))
			.param("category", category)
			.param("number", number)
			.update();
		this.jdbc.sql("""
				with item as (insert into content_item (type, slug, title)
				  select 'notice', %s, '测试通知' from generate_series(1, :number) n returning id, slug)
				insert into publication (item_id, type, slug, path, changed_at)
				select id, 'notice', slug, '/notices/' || slug,
				  timestamptz '2025-03-01 09:00:00.5+08' + cast(split_part(slug, '-', 3) as integer) * interval '1 hour'
				from item""".formatted(slug)).param("number", number).update();
		Generation.raise(this.jdbc);
	}

	void set(String slug, String column, Object value) {
		this.jdbc.sql("update notice set " + column + " = :value where slug = :slug")
			.param("value", value)
			.param("slug", slug)
			.update();
		Generation.raise(this.jdbc);
	}

	Instant lastModified(String path) {
		return ZonedDateTime
			.parse(get(path).headers().firstValue("Last-Modified").orElseThrow(() -> new AssertionError(path)),
					DateTimeFormatter.RFC_1123_DATE_TIME)
			.toInstant();
	}

	/** The entries of a sitemap, or of a list of sitemaps, by their address. */
	static Map<String, Listed> entries(String xml) {
		Map<String, Listed> entries = new LinkedHashMap<>();
		NodeList all = parse(xml).getDocumentElement().getChildNodes();
		for (int i = 0; i < all.getLength(); i++) {
			if (all.item(i) instanceof Element one) {
				Map<String, String> links = new LinkedHashMap<>();
				for (Element link : children(one, "link")) {
					links.put(link.getAttribute("hreflang"), link.getAttribute("href"));
				}
				Listed entry = new Listed(children(one, "loc").get(0).getTextContent(),
						OffsetDateTime.parse(children(one, "lastmod").get(0).getTextContent()), links,
						children(one, "image").stream().map((image) -> image.getTextContent()).toList());
				if (entries.put(entry.address(), entry) != null) {
					throw new AssertionError("twice: " + entry.address());
				}
			}
		}
		return entries;
	}

	private static List<Element> children(Element parent, String name) {
		List<Element> children = new ArrayList<>();
		NodeList all = parent.getChildNodes();
		for (int i = 0; i < all.getLength(); i++) {
			if (all.item(i) instanceof Element child && child.getLocalName().equals(name)) {
				children.add(child);
			}
		}
		return children;
	}

	static org.w3c.dom.Document parse(String xml) {
		try {
			DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
			factory.setNamespaceAware(true);
			return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
		}
		catch (SAXException | IOException | ParserConfigurationException ex) {
			throw new AssertionError(xml, ex);
		}
	}

	/** Against the schema of sitemaps.org, {@code sitemap} or {@code siteindex}. */
	static void validate(String xml, String schema) {
		try {
			Source[] sources = {
					new StreamSource(DiscoveryTest.class.getResourceAsStream("/schemas/" + schema + "-0.9.xsd")),
					new StreamSource(new StringReader(IMAGES)), new StreamSource(new StringReader(LINKS)) };
			SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
				.newSchema(sources)
				.newValidator()
				.validate(new StreamSource(new StringReader(xml)));
		}
		catch (SAXException | IOException ex) {
			throw new AssertionError(ex.getMessage(), ex);
		}
	}

	/** An entry of a sitemap. */
	record Listed(String address, OffsetDateTime changed, Map<String, String> versions, List<String> images) {

	}

}
