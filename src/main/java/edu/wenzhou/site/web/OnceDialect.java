package edu.wenzhou.site.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;
import org.springframework.util.Assert;
import org.springframework.util.ConcurrentLruCache;
import org.thymeleaf.context.IEngineContext;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.dialect.AbstractProcessorDialect;
import org.thymeleaf.engine.AttributeName;
import org.thymeleaf.engine.TemplateManager;
import org.thymeleaf.model.IProcessableElementTag;
import org.thymeleaf.processor.IProcessor;
import org.thymeleaf.processor.element.AbstractAttributeTagProcessor;
import org.thymeleaf.processor.element.IElementTagStructureHandler;
import org.thymeleaf.standard.expression.FragmentExpression;
import org.thymeleaf.standard.expression.FragmentExpression.ExecutedFragmentExpression;
import org.thymeleaf.standard.expression.StandardExpressions;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.util.FastStringWriter;

/**
 * The attribute {@code site:once}: does what {@code th:replace} does, but the same
 * fragment with equal parameters in the same language is rendered once and kept. For
 * fragments that follow from their parameters, the language and what never changes in a
 * running application, such as messages and links, and from nothing else: what a fragment
 * reads of the model would stay as it was. Parameters must never change, and have an
 * {@code equals} that tells all that shows. The template is named, and parameters stand
 * in their order, without names.
 */
@Component
class OnceDialect extends AbstractProcessorDialect {

	/**
	 * All public pages of the seeds, in both languages, make 1,152; most is less than a
	 * kilobyte.
	 */
	static final int MOST = 2000;

	private static final String PREFIX = "site";

	/** That of {@code th:replace}. */
	private static final int PRECEDENCE = 100;

	OnceDialect() {
		super("Once", PREFIX, PRECEDENCE);
	}

	@Override
	public Set<IProcessor> getProcessors(String prefix) {
		return Set.of(new Once(prefix));
	}

	private static final class Once extends AbstractAttributeTagProcessor {

		/** Finds what is there; what is not is put in by {@link #doProcess}. */
		private final ConcurrentLruCache<Key, Markup> known = new ConcurrentLruCache<>(MOST, (key) -> new Markup());

		private Once(String prefix) {
			super(TemplateMode.HTML, prefix, null, false, "once", true, PRECEDENCE, true);
		}

		@Override
		protected void doProcess(ITemplateContext context, IProcessableElementTag tag, AttributeName name, String value,
				IElementTagStructureHandler structure) {
			ExecutedFragmentExpression fragment = FragmentExpression.createExecutedFragmentExpression(context,
					(FragmentExpression) StandardExpressions.getExpressionParser(context.getConfiguration())
						.parseExpression(context, value));
			Assert.state(
					fragment.getTemplateNameExpressionResult() != null
							&& (fragment.getFragmentParameters() == null || fragment.hasSyntheticParameters()),
					"A template has to be named, and its parameters must not be");
			Key key = new Key(String.valueOf(fragment.getTemplateNameExpressionResult()),
					String.valueOf(fragment.getFragmentSelectorExpressionResult()),
					Objects.requireNonNullElse(fragment.getFragmentParameters(), Map.of()), context.getLocale());
			Markup markup = this.known.get(key);
			if (markup.text == null) {
				markup.text = render(key, (IEngineContext) context, tag);
			}
			structure.replaceWith(markup.text, false);
		}

		/**
		 * With the parameters that there are: to have an expression evaluated again may
		 * do something twice, such as number a mark.
		 */
		private static String render(Key key, IEngineContext context, IProcessableElementTag tag) {
			// By their order: _arg0, _arg1
			Map<String, Object> parameters = new TreeMap<>(key.parameters());
			context.increaseLevel();
			try {
				context.setVariables(parameters);
				String list = parameters.keySet()
					.stream()
					.map((name) -> "${" + name + "}")
					.collect(Collectors.joining(", ", "(", ")"));
				TemplateManager templates = context.getConfiguration().getTemplateManager();
				FastStringWriter writer = new FastStringWriter();
				templates.process(templates.parseString(context.getTemplateData(),
						"<th:block th:replace=\"~{%s :: %s%s}\"></th:block>".formatted(key.template(), key.fragment(),
								parameters.isEmpty() ? "" : list),
						tag.getLine(), tag.getCol(), TemplateMode.HTML, true), context, writer);
				return writer.toString();
			}
			finally {
				context.decreaseLevel();
			}
		}

	}

	private record Key(String template, String fragment, Map<String, Object> parameters, Locale locale) {

	}

	/** Rendered by whoever comes first; two at once make the same. */
	private static final class Markup {

		private volatile String text;

	}

}
