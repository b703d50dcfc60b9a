package edu.wenzhou.site;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

import static org.assertj.core.api.Assertions.assertThat;

class ModularityTests {

	private final ApplicationModules modules = ApplicationModules.of(CollegeSiteApplication.class);

	@Test
	void modulesUseOnlyWhatTheyMay() {
		this.modules.verify();
	}

	@Test
	void sharedModulesKnowNoFeature() {
		for (String shared : new String[] { "text", "web", "fact", "database" }) {
			assertThat(this.modules.getModuleByName(shared)
				.orElseThrow()
				.getDirectDependencies(this.modules)
				.uniqueModules()
				.map((module) -> module.getIdentifier().toString())).as(shared)
				.isSubsetOf("text", "web", "fact", "database");
		}
	}

}
