package edu.wenzhou.site.media;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import edu.wenzhou.site.media.Library.Description;
import edu.wenzhou.site.text.LocalizedText;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Version;

/**
 * A file of the library. The bytes never change; what is said of them may.
 */
@Entity
class MediaItem {

	/** Where the focal point is until somebody has said where it is, in per cent. */
	static final int MIDDLE = 50;

	/** What stands before it in addresses of the back office. */
	private static final String STAFF_PATH = "/staff";

	@Id
	@GeneratedValue(strategy = GenerationType.IDENTITY)
	private Long id;

	private String sha256;

	@Enumerated(EnumType.STRING)
	private MediaKind kind;

	private String contentType;

	private String fileName;

	private long byteSize;

	private Integer width;

	private Integer height;

	private LocalizedText alt;

	private boolean decorative;

	private LocalizedText caption;

	@Column(name = "focal_x")
	private int focalX = MIDDLE;

	@Column(name = "focal_y")
	private int focalY = MIDDLE;

	private String uploadedBy;

	private Instant createdAt;

	private Instant updatedAt;

	@OneToMany(mappedBy = "item", cascade = CascadeType.ALL, orphanRemoval = true)
	@OrderBy("width")
	private List<MediaRendition> renditions = new ArrayList<>();

	@Version
	private long version;

	protected MediaItem() {
	}

	MediaItem(FileType type, String sha256, String fileName, long byteSize, String uploadedBy, Instant now) {
		this.kind = type.kind();
		this.contentType = type.contentType();
		this.sha256 = sha256;
		this.fileName = fileName;
		this.byteSize = byteSize;
		this.uploadedBy = uploadedBy;
		this.createdAt = now;
		this.updatedAt = now;
	}

	/** For pictures. */
	void measure(int width, int height) {
		this.width = width;
		this.height = height;
	}

	void add(MediaRendition rendition) {
		this.renditions.add(rendition);
	}

	/** What a picture shows. */
	void describe(Description description, Instant now) {
		this.alt = description.alt();
		this.decorative = description.alt() == null;
		this.caption = description.caption();
		this.focalX = description.focalX();
		this.focalY = description.focalY();
		this.updatedAt = now;
	}

	public Long getId() {
		return this.id;
	}

	public String getSha256() {
		return this.sha256;
	}

	public MediaKind getKind() {
		return this.kind;
	}

	public boolean isPicture() {
		return this.kind == MediaKind.PICTURE;
	}

	public String getContentType() {
		return this.contentType;
	}

	public String getFileName() {
		return this.fileName;
	}

	/** In capitals, as people say it. */
	public String getFormat() {
		return this.fileName.substring(this.fileName.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
	}

	public long getByteSize() {
		return this.byteSize;
	}

	/** In kB or MB. */
	public String getReadableSize() {
		return (this.byteSize < 1_000_000) ? Math.max(1, Math.round(this.byteSize / 1000.0)) + " kB"
				: Math.round(this.byteSize / 100_000.0) / 10.0 + " MB";
	}

	/** Null for attachments. */
	public Integer getWidth() {
		return this.width;
	}

	/** Null for attachments. */
	public Integer getHeight() {
		return this.height;
	}

	/** The alternative text; null for an ornament, and until somebody has written one. */
	public LocalizedText getAlt() {
		return this.alt;
	}

	/** Whether the picture says nothing that the text beside it does not. */
	public boolean isDecorative() {
		return this.decorative;
	}

	/** What stands under the picture where it is shown by itself; may be null. */
	public LocalizedText getCaption() {
		return this.caption;
	}

	public int getFocalX() {
		return this.focalX;
	}

	public int getFocalY() {
		return this.focalY;
	}

	public String getUploadedBy() {
		return this.uploadedBy;
	}

	public Instant getCreatedAt() {
		return this.createdAt;
	}

	/**
	 * Of the whole picture, from the narrowest on; all are narrower than the picture.
	 */
	public List<MediaRendition> getRenditions() {
		return this.renditions.stream().filter(MediaRendition::isWhole).toList();
	}

	/** Those that are cut around that point, from the narrowest on. */
	List<MediaRendition> cuts(int x, int y) {
		return this.renditions.stream().filter((rendition) -> rendition.isCutAround(x, y)).toList();
	}

	/** The bytes of all that was ever made of it. */
	List<MediaRendition> everything() {
		return this.renditions;
	}

	public long getVersion() {
		return this.version;
	}

	/** Whether it may be used: pictures need a word on what they show. */
	public boolean isComplete() {
		return !isPicture() || this.decorative || this.alt != null;
	}

	/** Where the public finds it while something public uses it. */
	public String getAddress() {
		return address(this.sha256);
	}

	/**
	 * Where the back office sees what is cut out around the focal point; null as long as
	 * nothing is.
	 */
	public String getCutAddress() {
		List<MediaRendition> cuts = cuts(this.focalX, this.focalY);
		return cuts.isEmpty() ? null : STAFF_PATH + address(cuts.get(0).getSha256());
	}

	/** The same for one of its renditions. */
	String address(String sha256) {
		return MediaAddress.of(sha256, this.fileName);
	}

	/** The bytes for a place that wide: of the narrowest that is wide enough. */
	String sha256For(int wanted) {
		return getRenditions().stream()
			.filter((rendition) -> rendition.getWidth() >= wanted)
			.findFirst()
			.map(MediaRendition::getSha256)
			.orElse(this.sha256);
	}

}
