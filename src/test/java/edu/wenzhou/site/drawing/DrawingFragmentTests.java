package edu.wenzhou.site.drawing;

import java.io.StringReader;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import javax.xml.parsers.DocumentBuilderFactory;

import edu.wenzhou.site.Templates;
import org.junit.jupiter.api.Test;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

class DrawingFragmentTests {

	private final SpringTemplateEngine templates = Templates.engine();

	private final Drawings drawings = new Drawings();

	@Test
	void everyDrawingIsWellFormedAndSaysNothingToAScreenReader() throws Exception {
		for (Map.Entry<String, Drawing> entry : DrawingsTests.all(this.drawings).entrySet()) {
			Drawing drawing = entry.getValue();
			String html = render(drawing, "spine-motif");
			Element svg = parse(html);
			assertThat(svg.getTagName()).isEqualTo("svg");
			assertThat(svg.getAttribute("class")).isEqualTo("drawing " + drawing.css() + " spine-motif");
			assertThat(svg.getAttribute("viewBox")).isEqualTo("0 0 " + drawing.width() + " " + drawing.height());
			assertThat(svg.getAttribute("width")).isEqualTo(String.valueOf(drawing.width()));
			assertThat(svg.getAttribute("height")).isEqualTo(String.valueOf(drawing.height()));
			assertThat(svg.getAttribute("preserveAspectRatio")).isEqualTo(drawing.fit());
			assertThat(svg.getAttribute("aria-hidden")).isEqualTo("true");
			assertThat(svg.getAttribute("focusable")).isEqualTo("false");
			assertThat(svg.getElementsByTagName("path").getLength()).isEqualTo(drawing.strokes().size());
			assertThat(html).as(entry.getKey())
				.doesNotContain("style=", " id=", "th:", "xmlns", "\n", "> <", "NaN", "Infinity");
		}
	}

	@Test
	void theWordsOfTheVesselStandInItEscaped() throws Exception {
		Element svg = parse(render(this.drawings.vessel(List.of("厚<德>", "长技")), null));
		assertThat(svg.getAttribute("class")).isEqualTo("drawing vessel");
		assertThat(svg.getElementsByTagName("text").item(0).getTextContent()).isEqualTo("厚<德>");
		assertThat(svg.getElementsByTagName("text").getLength()).isEqualTo(2);
	}

	@Test
	void aTemplateAsksForADrawingByItself() throws Exception {
		Map<String, Object> model = Map.of("drawings", this.drawings, "charts", new Charts(), "slug", "ai", "people",
				900);
		Context context = new Context(Locale.SIMPLIFIED_CHINESE, model);
		assertThat(this.templates.process(
				"<svg th:replace=\"~{fragments/drawing :: svg(${drawings.school(slug, 160, 160)}, null)}\"></svg>",
				context))
			.isEqualTo(render(this.drawings.school("ai", 160, 160), null));
		assertThat(this.templates.process(
				"<svg th:replace=\"~{fragments/drawing :: svg(${charts.squares(people, 30, 'BELOW')}, 'people')}\"></svg>",
				context))
			.isEqualTo(render(new Charts().squares(900, 30, OpenEnd.BELOW), "people"));
	}

	private String render(Drawing drawing, String css) {
		Context context = new Context(Locale.SIMPLIFIED_CHINESE);
		context.setVariable("drawing", drawing);
		context.setVariable("css", css);
		return this.templates.process("fragments/drawing", Set.of("svg"), context).strip();
	}

	private static Element parse(String xml) throws Exception {
		return DocumentBuilderFactory.newInstance()
			.newDocumentBuilder()
			.parse(new InputSource(new StringReader(xml)))
			.getDocumentElement();
	}

}
