package edu.wenzhou.site.publishing;

import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** People read words, never the names of columns. */
class FormLabelTests extends PublishingTest {

	@Test
	void everyFieldChoiceAndTypeHasAWordAndEveryWordAField(@Autowired MessageSource messages) throws Exception {
		Set<String> used = new TreeSet<>(Set.of("staff.field.zh", "staff.field.en"));
		for (ContentType type : this.types.all()) {
			assertThat(message(messages, "staff.type." + type.getKey())).as(type.getKey()).isNotNull();
			for (Field field : type.getFields()) {
				String own = "staff.field." + type.getKey() + "." + field.stem();
				String general = "staff.field." + field.stem();
				assertThat(message(messages, own) != null || message(messages, general) != null).as(own).isTrue();
				used.addAll(Set.of(own, general, own + ".hint", general + ".hint"));
				for (String option : field.options()) {
					assertThat(message(messages, field.optionMessages() + option)).as(field.optionMessages() + option)
						.isNotNull();
					used.add(field.optionMessages() + option);
				}
			}
		}
		Properties all = PropertiesLoaderUtils
			.loadProperties(new EncodedResource(new ClassPathResource("staff-messages.properties"), "UTF-8"));
		assertThat(all.stringPropertyNames()).filteredOn((key) -> key.matches("staff\\.(field|option)\\..*"))
			.isSubsetOf(used);
	}

	private static String message(MessageSource messages, String key) {
		return messages.getMessage(key, null, null, Locale.SIMPLIFIED_CHINESE);
	}

}
