package edu.wenzhou.site.home;

import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class HomeConfiguration {

	@Bean
	FixedPage homePage() {
		return FixedPage.at("/", "site.name", null, "profile", "section", "predecessor", "campus", "school", "honour",
				"partnership", "notice", "figure");
	}

}
