package edu.wenzhou.site.web;

import edu.wenzhou.site.WebTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.data.web.ProxyingHandlerMethodArgumentResolver;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class HandlerParameterTests extends WebTest {

	@Autowired
	private RequestMappingHandlerMapping requestMappingHandlerMapping;

	@Autowired
	@Qualifier("mvcConversionService")
	private ConversionService conversion;

	/**
	 * Spring Data would fill interfaces in by itself, and warns of those that might be
	 * meant.
	 */
	@Test
	void noFormIsTakenForAProjection(CapturedOutput output) {
		ProxyingHandlerMethodArgumentResolver projections = new ProxyingHandlerMethodArgumentResolver(
				() -> this.conversion, false);
		this.requestMappingHandlerMapping.getHandlerMethods().values().forEach((handler) -> {
			for (MethodParameter parameter : handler.getMethodParameters()) {
				assertThat(projections.supportsParameter(parameter)).as(handler.toString()).isFalse();
			}
		});
		assertThat(output.getOut()).doesNotContain("ProjectedPayload");
	}

}
