package edu.wenzhou.site.web;

import java.util.Locale;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.thymeleaf.context.IExpressionContext;
import org.thymeleaf.context.IWebContext;
import org.thymeleaf.web.IWebExchange;
import org.thymeleaf.web.IWebRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.withSettings;

class LanguageLinksTests {

	private final IWebExchange exchange = mock();

	private final LanguageLinks links = new LanguageLinks();

	@Test
	void noStaticFileIsLookedForBehindAPage() {
		assertThat(link("/schools/ai")).isEqualTo("/en/schools/ai");
		verify(this.exchange, never()).transformURL(anyString());
	}

	@Test
	void aStaticFileGetsItsHash() {
		given(this.exchange.transformURL("/css/site.css")).willReturn("/css/site-1.css");
		assertThat(link("/css/site.css")).isEqualTo("/css/site-1.css");
	}

	private String link(String base) {
		IWebRequest request = mock();
		given(request.getApplicationPath()).willReturn("");
		given(this.exchange.getRequest()).willReturn(request);
		IExpressionContext context = mock(IExpressionContext.class, withSettings().extraInterfaces(IWebContext.class));
		given(((IWebContext) context).getExchange()).willReturn(this.exchange);
		given(context.getLocale()).willReturn(Locale.ENGLISH);
		return this.links.buildLink(context, base, Map.of());
	}

}
