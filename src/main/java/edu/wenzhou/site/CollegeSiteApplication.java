package edu.wenzhou.site;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;

@Modulithic(systemName = "College site", sharedModules = { "text", "web", "fact", "drawing" })
@ConfigurationPropertiesScan
@SpringBootApplication
public class CollegeSiteApplication {

	public static void main(String[] args) {
		SpringApplication.run(CollegeSiteApplication.class, args);
	}

}
