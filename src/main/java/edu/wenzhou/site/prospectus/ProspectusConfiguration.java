package edu.wenzhou.site.prospectus;

import edu.wenzhou.site.web.FixedPage;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProspectusConfiguration {

	@Bean
	FixedPage prospectusPage() {
		return FixedPage.at("/about/prospectus", "prospectus.title", "prospectus.lead", "profile", "section", "history",
				"predecessor", "figure", "campus", "school", "honour", "partnership");
	}

}
