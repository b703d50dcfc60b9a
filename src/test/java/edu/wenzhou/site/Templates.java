package edu.wenzhou.site;

import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Renders templates without a site around them. */
public final class Templates {

	private Templates() {
	}

	/** Takes the name of a template's file or, where there is none, the text of one. */
	public static SpringTemplateEngine engine() {
		SpringTemplateEngine engine = new SpringTemplateEngine();
		ClassLoaderTemplateResolver files = new ClassLoaderTemplateResolver();
		files.setPrefix("templates/");
		files.setSuffix(".html");
		files.setCheckExistence(true);
		files.setOrder(1);
		engine.addTemplateResolver(files);
		StringTemplateResolver texts = new StringTemplateResolver();
		texts.setOrder(2);
		engine.addTemplateResolver(texts);
		return engine;
	}

}
