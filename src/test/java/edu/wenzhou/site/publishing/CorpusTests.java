package edu.wenzhou.site.publishing;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import edu.wenzhou.site.staff.Role;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What attackers type stays text: in every field of every type, on all pages that show
 * it, and in addresses. First the pages are opened with harmless texts; with the others
 * they must be made of the same elements and attributes.
 */
class CorpusTests extends PublishingTest {

	private static final String HARMLESS = "无害的 harmless";

	private static final String HARMLESS_BODY = """
			<h2>甲</h2><h3>乙</h3><h4>丙</h4><p><strong>丁</strong><em>戊</em><br><a href="https://harmless.example/">己</a></p>
			<ul><li>庚</li></ul><ol><li>辛</li></ol><blockquote>壬</blockquote><figure><figcaption>癸</figcaption></figure>
			<table><caption>子</caption><thead><tr><th scope="col" colspan="2">丑</th></tr></thead>
			<tbody><tr><td rowspan="2">寅</td></tr></tbody></table>""";

	/** All that may be in a body, whether or not the harmless one has it. */
	private static final Set<String> OF_BODIES = Set.of("h2", "h3", "h4", "h5", "p", "ul", "ol", "li", "blockquote",
			"strong", "em", "br", "table", "caption", "thead", "tbody", "tr", "th", "th@scope", "th@colspan",
			"th@rowspan", "td", "td@colspan", "td@rowspan", "a", "a@href", "a@rel", "figure", "figcaption", "img",
			"img@src", "img@alt", "img@width", "img@height");

	/** What only a comparison of different texts has. */
	private static final Set<String> OF_COMPARISONS = Set.of("del", "ins", "span@class", "del@lang", "ins@lang");

	private static final Set<String> NEVER = Set.of("style", "iframe", "frame", "object", "embed", "applet", "base",
			"math", "noscript", "template", "plaintext", "xmp", "foreignobject", "animate", "use", "video", "audio");

	private static final Set<String> NEVER_ATTRIBUTES = Set.of("style", "srcdoc", "background", "ping", "http-equiv",
			"xlink:href", "srcset");

	private static final Set<String> ADDRESSES = Set.of("href", "src", "action", "cite", "poster", "data",
			"formaction");

	private static final Set<String> SCHEMES = Set.of("http", "https", "mailto", "tel");

	private static final Pattern SCHEME = Pattern.compile("^([a-z][a-z0-9+.-]*):");

	/** Elements, and attributes as element@attribute, of pages with harmless texts. */
	private final Set<String> known = new HashSet<>(OF_COMPARISONS);

	private final Set<String> found = new LinkedHashSet<>();

	private boolean learning;

	private int opened;

	private int next;

	/**
	 * The one that attacks name: a body with a picture that is not there stays a draft.
	 */
	@BeforeEach
	void aPicture() {
		this.jdbc.sql("""
				insert into media_item (sha256, kind, content_type, file_name, byte_size, width, height, decorative,
				uploaded_by, created_at, updated_at)
				values (repeat('a', 64), 'PICTURE', 'image/png', 'a.png', 1, 1, 1, true, '', now(), now())""").update();
	}

	@AfterEach
	void noPicture() {
		this.jdbc.sql("delete from media_item where sha256 = repeat('a', 64)").update();
	}

	@Test
	void whatIsTypedIntoAFieldStaysText() {
		Visitor editor = with(Role.EDITOR);
		Visitor approver = with(Role.APPROVER);
		Visitor administrator = with(Role.ADMINISTRATOR);
		Map<ContentType, Long> items = new LinkedHashMap<>();
		for (ContentType type : this.types.all()) {
			items.put(type, type.isSingle() ? seeded(type.getKey(), this.tables.slugs(type).get(0))
					: created(editor, type.getKey()));
		}
		for (boolean harmless : List.of(true, false)) {
			this.learning = harmless;
			items.forEach((type, id) -> {
				Map<String, String> typed = fields(type, harmless);
				edited(editor, id,
						typed.entrySet()
							.stream()
							.flatMap((one) -> List.of(one.getKey(), one.getValue()).stream())
							.toArray(String[]::new));
				Values stored = this.store.latest(this.store.item(id)).values();
				assertStored(type, typed, stored, form(editor, id));
				backOffice(editor, approver, id, harmless);
				HttpResponse<String> answer = decided(approver, id, "approve", comment(harmless));
				assertThat(answer.headers().firstValue("Location")).as(answer.body())
					.contains(path(id) + "?done=published");
				visited(type.path(stored));
			});
			for (String path : List.of("/staff", "/staff/content", "/staff/content?q=" + Attacks.MARK,
					"/staff/content?q=harmless", "/staff/content?sort=TITLE&page=2")) {
				open(editor, path);
				open(approver, path);
			}
			for (String path : List.of("/staff", "/staff/audit", "/staff/audit?page=2", "/staff/accounts")) {
				open(administrator, path);
			}
			for (String path : List.of("", "/about", "/about/history", "/about/figures", "/about/prospectus",
					"/sources", "/campuses", "/schools", "/honours", "/partnerships", "/notices", "/no-such-page")) {
				visited(path);
			}
			assertThat(get("/about/figures.csv").statusCode()).isEqualTo(200);
			HttpResponse<String> pdf = get("/about/prospectus.pdf");
			assertThat(pdf.statusCode()).isEqualTo(200);
			assertThat(pdf.body()).startsWith("%PDF-");
		}
		// What is gone keeps its reason
		long notice = items.get(this.types.get("notice"));
		String address = "/notices/corpus-notice";
		HttpResponse<String> answer = approver.submit(path(notice), path(notice) + "/withdraw", "reason",
				comment(false).substring(0, 400), "to", "");
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		open(approver, path(notice));
		visited(address);
		assertThat(this.opened).isGreaterThan(200);
		assertThat(this.found).isEmpty();
	}

	@Test
	void whatStandsInAnAddressStaysText() {
		Visitor editor = with(Role.EDITOR);
		Visitor administrator = with(Role.ADMINISTRATOR);
		Visitor stranger = new Visitor();
		long id = seeded("campus", "lucheng");
		edited(editor, id, "lead_zh", "校区在河边。");
		submitted(editor, id);
		Map<String, Visitor> pages = new LinkedHashMap<>();
		for (String page : List.of("/staff/content type state q sort page", path(id) + " done",
				path(id) + "/edit saved check", path(id) + "/compare view all from to",
				path(id) + "/review view all done", path(id) + "/submit done",
				path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview lang",
				"/staff/media q kind page done", "/staff done")) {
			pages.put(page, editor);
		}
		pages.put("/staff/audit person action from to item page", administrator);
		pages.put("/staff/accounts q role state page", administrator);
		for (String page : List.of("/staff/sign-in next done name", "/honours level category",
				"/partnerships kind region", "/notices year category page", "/about/figures lang")) {
			pages.put(page, stranger);
		}
		for (boolean harmless : List.of(true, false)) {
			this.learning = harmless;
			pages.forEach((page, visitor) -> {
				String[] words = page.split(" ");
				answered(visitor, words[0]);
				for (int i = 1; i < words.length; i++) {
					// A search is cut off after some letters
					for (String value : texts(harmless, words[i].equals("q") ? 100 : 1_500)) {
						answered(visitor, words[0] + "?" + words[i] + "=" + encoded(value));
					}
				}
			});
			for (String place : List.of("/", "/campuses/", "/schools/", "/notices/", "/about/", "/preview/", "/staff/",
					"/staff/content/", "/staff/link/", "/en/", "/media/")) {
				for (String value : texts(harmless, 1_000)) {
					answered(place.startsWith("/staff") ? editor : stranger, place + encoded(value));
				}
			}
		}
		for (String elsewhere : List.of("//evil.example", "/\\evil.example", "https://evil.example/staff",
				"/staff//evil.example", "/staff/../..//evil.example", "/staff\\@evil.example", "javascript:/staff",
				"/staff\r\nLocation: //evil.example", "/staff@evil.example", "/staff.evil.example")) {
			Element held = stranger.page("/staff/sign-in?next=" + encoded(elsewhere)).selectFirst("input[name=next]");
			assertThat((held != null) ? held.attr("value") : "").as(elsewhere).isEmpty();
		}
		assertThat(this.found).isEmpty();
	}

	/** What is typed into the form of a type, so that it can be published. */
	private Map<String, String> fields(ContentType type, boolean harmless) {
		Map<String, String> typed = new LinkedHashMap<>();
		for (Field field : type.getFields()) {
			if (field.name().equals(type.slugField())) {
				typed.put(field.name(), type.isSingle() ? this.tables.slugs(type).get(0) : "corpus-" + type.getKey());
			}
			else if (field.kind().isText()) {
				typed.put(field.name(), harmless ? harmless(field) : attack(field));
			}
			else if (field.required() && !type.isSingle()) {
				switch (field.kind()) {
					case CHOICE -> typed.put(field.name(), field.options().get(0));
					case REFERENCE, LIST -> typed.put(field.name(),
							this.jdbc
								.sql("select %s from %s order by id limit 1".formatted(field.target().key(),
										field.target().table()))
								.query(String.class)
								.single());
					default -> {
					}
				}
			}
			else if (field.kind() == Kind.QUOTES && !type.isSingle()) {
				typed.put(field.name(),
						this.tables.read(type, this.tables.slugs(type).get(0)).lines(field.name()).get(0));
			}
		}
		return typed;
	}

	private static String harmless(Field field) {
		return (field.kind() == Kind.RICH) ? HARMLESS_BODY : HARMLESS;
	}

	/** All there are; as many as a line takes, the next ones in the next line. */
	private String attack(Field field) {
		if (field.kind() == Kind.RICH) {
			return "<p>" + String.join("</p>\n<p>", Attacks.rich()) + "</p>";
		}
		List<String> all = Attacks.plain();
		if (field.kind() == Kind.LINES) {
			StringBuilder text = new StringBuilder();
			for (int i = 0; text.length() + all.get((this.next + i) % all.size()).length() < 3_900
					&& i < all.size(); i++) {
				text.append(all.get((this.next + i) % all.size())).append('\n');
			}
			return text.toString();
		}
		StringBuilder line = new StringBuilder();
		while (line.length() + all.get(this.next % all.size()).length() < 290) {
			line.append(all.get(this.next++ % all.size())).append(' ');
		}
		return line.toString();
	}

	/** Texts in pieces of about that length. */
	private static List<String> texts(boolean harmless, int length) {
		if (harmless) {
			return List.of("harmless");
		}
		List<String> pieces = new ArrayList<>(List.of(""));
		for (String one : Attacks.plain()) {
			int last = pieces.size() - 1;
			if (pieces.get(last).isEmpty() || pieces.get(last).length() + one.length() < length) {
				pieces.set(last, pieces.get(last) + one);
			}
			else {
				pieces.add(one);
			}
		}
		return pieces;
	}

	private static String comment(boolean harmless) {
		return harmless ? HARMLESS : "\u0000\uFFFE" + String.join(" ", Attacks.plain()).substring(0, 1_900);
	}

	/** A text comes back as it was typed; a body is harmless as soon as it is stored. */
	private void assertStored(ContentType type, Map<String, String> typed, Values stored, Element form) {
		for (Field field : type.getFields().stream().filter((one) -> one.kind().isText()).toList()) {
			Element control = form.selectFirst("[name=" + field.name() + "]");
			String shown = control.tagName().equals("textarea") ? control.wholeText() : control.attr("value");
			if (field.kind() != Kind.RICH) {
				assertThat(shown).as(field.name()).isEqualTo(stored.get(field.name()));
				if (typed.containsKey(field.name())) {
					assertThat(words(shown)).as(field.name()).isEqualTo(words(typed.get(field.name())));
				}
			}
			else {
				// The editor makes elements of it
				Element body = Jsoup.parseBodyFragment(shown).body();
				body.addClass("prose");
				this.known.addAll(List.of("body", "body@class"));
				body.getAllElements().forEach((element) -> look(field.name(), element));
			}
		}
	}

	private static List<String> words(String text) {
		return Pattern.compile(Attacks.MARK + "[0-9]+").matcher(text).results().map((one) -> one.group()).toList();
	}

	/** Every page that somebody sees between a draft and its publication. */
	private void backOffice(Visitor editor, Visitor approver, long id, boolean harmless) {
		open(editor, path(id));
		open(editor, path(id) + "/edit?saved&check=1");
		for (String query : List.of("", "?view=side&all=1")) {
			open(editor, path(id) + "/compare" + query);
		}
		String preview = path(id) + "/revisions/" + this.store.item(id).latestRevision() + "/preview?lang=";
		open(editor, preview + "zh");
		open(editor, preview + "en");
		check(path(id) + "/preview", editor.submit(form(editor, id).attr("action", path(id) + "/preview")));
		assertThat(editor.submit(path(id), path(id) + "/links", "days", "7").statusCode()).isEqualTo(302);
		Document shared = open(editor, path(id) + "?done=shared");
		String link = shared.select(".s-link").text();
		Visitor stranger = new Visitor();
		link = link.substring(link.indexOf("/preview/"));
		open(stranger, link);
		open(stranger, link + "?lang=en");
		open(editor, path(id) + "/submit");
		submitted(editor, id, "note", comment(harmless));
		decided(editor, id, "comment", comment(harmless));
		open(approver, path(id) + "/review");
		open(approver, path(id) + "/review?view=side");
	}

	/** In both languages. */
	private void visited(String path) {
		int fragment = path.indexOf('#');
		String page = (fragment < 0) ? path : path.substring(0, fragment);
		check(page, get(page.isEmpty() ? "/" : page));
		check("/en" + page, get("/en" + page));
	}

	/** A page that has to be there. */
	private Document open(Visitor visitor, String path) {
		HttpResponse<String> answer = visitor.get(path);
		if (answer.statusCode() != 200) {
			this.found.add(answer.statusCode() + " for " + path);
		}
		return check(path, answer);
	}

	/** An answer of whatever kind. */
	private void answered(Visitor visitor, String path) {
		HttpResponse<String> answer = visitor.get(path);
		answer.headers()
			.firstValue("Location")
			.filter((to) -> !to.matches("/([^/\\\\].*)?"))
			.ifPresent((to) -> this.found.add(to + " from " + path));
		check(path, answer);
	}

	private Document check(String path, HttpResponse<String> answer) {
		this.opened++;
		Document page = Jsoup.parse(answer.body());
		if (answer.statusCode() >= 500) {
			this.found.add(answer.statusCode() + " for " + path);
		}
		if (answer.body().contains(Attacks.PRODUCT) || answer.body().contains("??" + Attacks.MARK)) {
			this.found.add("calculated: " + path);
		}
		if (this.learning) {
			page.getAllElements().forEach((element) -> this.known.addAll(parts(element)));
		}
		page.getAllElements().forEach((element) -> look(path, element));
		return page;
	}

	private void look(String path, Element element) {
		boolean body = element.closest(".prose") != null;
		String where = path + ": " + element.shallowClone().outerHtml();
		parts(element).stream()
			.filter((part) -> !this.known.contains(part) && !(body && OF_BODIES.contains(part)))
			.forEach((part) -> this.found.add(part + " of " + where));
		boolean comment = element.childNodes()
			.stream()
			.anyMatch((child) -> child instanceof Comment one && one.getData().contains(Attacks.MARK));
		boolean foreign = switch (element.normalName()) {
			case "script" -> element.attr("type").equals("application/ld+json") ? !isData(element.data())
					: !element.attr("src").startsWith("/js/") || !element.data().isBlank();
			case "img" -> !element.attr("src").matches("/((staff/|preview/[\\w-]+/)?media|img)/.*");
			case "form" -> !element.attr("action").startsWith("/");
			default -> NEVER.contains(element.normalName());
		};
		if (comment || foreign) {
			this.found.add(where);
		}
		for (Attribute attribute : element.attributes()) {
			String name = attribute.getKey().toLowerCase(Locale.ROOT);
			if (name.startsWith("on") || NEVER_ATTRIBUTES.contains(name)
					|| (ADDRESSES.contains(name) && leadsAway(attribute.getValue(), body))) {
				this.found.add(name + " of " + where);
			}
		}
	}

	/** One object in JSON, in which no sign begins anything for an HTML parser. */
	private static boolean isData(String text) {
		return text.indexOf('<') < 0 && JsonMapper.builder().build().readTree(text).isObject();
	}

	/** As browsers read an address: without controls, and with any slashes. */
	private static boolean leadsAway(String address, boolean body) {
		String plain = address.replaceAll("\\p{Cc}", "").strip().toLowerCase(Locale.ROOT).replace('\\', '/');
		Matcher scheme = SCHEME.matcher(plain);
		if (scheme.find() && !SCHEMES.contains(scheme.group(1))) {
			return true;
		}
		return !body
				&& (plain.startsWith("//") || plain.matches("https?:/*[^/]*" + Pattern.quote(Attacks.HOST) + ".*"));
	}

	private static Set<String> parts(Element element) {
		Set<String> parts = new HashSet<>(Set.of(element.normalName()));
		element.attributes()
			.forEach(
					(attribute) -> parts.add(element.normalName() + "@" + attribute.getKey().toLowerCase(Locale.ROOT)));
		return parts;
	}

}
