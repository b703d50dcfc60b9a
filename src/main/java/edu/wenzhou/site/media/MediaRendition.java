package edu.wenzhou.site.media;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A picture of the library, narrower. */
@Entity
class MediaRendition {

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	@ManyToOne(fetch = FetchType.LAZY, optional = false)
	@JoinColumn(name = "media_item_id")
	private MediaItem item;

	private int width;

	private int height;

	private long byteSize;

	private String sha256;

	protected MediaRendition() {
	}

	MediaRendition(MediaItem item, int width, int height, long byteSize, String sha256) {
		this.item = item;
		this.width = width;
		this.height = height;
		this.byteSize = byteSize;
		this.sha256 = sha256;
	}

	public int getWidth() {
		return this.width;
	}

	public int getHeight() {
		return this.height;
	}

	public long getByteSize() {
		return this.byteSize;
	}

	public String getSha256() {
		return this.sha256;
	}

}
