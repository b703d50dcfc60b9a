package edu.wenzhou.site.partnership;

import edu.wenzhou.site.drawing.Spot;
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

	private Double latitude;

	private Double longitude;

	private boolean area;

	protected Region() {
	}

	public String getSlug() {
		return this.slug;
	}

	public LocalizedText getName() {
		return this.name;
	}

	/** Where the map shows it; null for a region without a place. */
	public Spot getSpot() {
		return (this.latitude != null) ? new Spot(this.latitude, this.longitude, this.area) : null;
	}

}
