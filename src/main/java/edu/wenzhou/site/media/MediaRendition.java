package edu.wenzhou.site.media;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;

/** A picture of the library made narrower: the whole of it, or a {@link Cut}. */
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

	@Column(name = "focal_x")
	private Integer focalX;

	@Column(name = "focal_y")
	private Integer focalY;

	protected MediaRendition() {
	}

	MediaRendition(MediaItem item, int width, int height, long byteSize, String sha256) {
		this.item = item;
		this.width = width;
		this.height = height;
		this.byteSize = byteSize;
		this.sha256 = sha256;
	}

	/** One that is cut around a focal point. */
	MediaRendition(MediaItem item, int width, int height, long byteSize, String sha256, int focalX, int focalY) {
		this(item, width, height, byteSize, sha256);
		this.focalX = focalX;
		this.focalY = focalY;
	}

	/** Whether it shows the whole picture. */
	boolean isWhole() {
		return this.focalX == null;
	}

	/** Whether it is cut around that point. */
	boolean isCutAround(int x, int y) {
		return !isWhole() && this.focalX == x && this.focalY == y;
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
