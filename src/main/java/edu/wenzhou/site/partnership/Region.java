package edu.wenzhou.site.partnership;

import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;

/** A country or region to filter partnerships by. */
@Entity
public class Region {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String slug;

	private int position;

	private LocalizedText name;

	protected Region() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

}
