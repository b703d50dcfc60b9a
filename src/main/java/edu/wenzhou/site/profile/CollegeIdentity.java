package edu.wenzhou.site.profile;

import edu.wenzhou.site.web.SiteIdentity;
import org.springframework.stereotype.Component;

/** Gives the layout the college's name and contact details. */
@Component
class CollegeIdentity implements SiteIdentity.Provider {

	private final CollegeProfileRepository profiles;

	CollegeIdentity(CollegeProfileRepository profiles) {
		this.profiles = profiles;
	}

	@Override
	public CollegeProfile identity() {
		return this.profiles.find()
			.orElseThrow(() -> new IllegalStateException("The table college_profile is empty; the seeds fill it"));
	}

}
