package edu.wenzhou.site.media;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keeps the bytes in the database, where the backup of everything else is. They are read
 * piece by piece, each with a statement of its own: a visitor on a slow line holds
 * neither a whole file in memory nor a connection.
 */
@Component
class DatabaseMediaStore implements MediaStore {

	/** In bytes. */
	static final int PIECE = 256 * 1024;

	private final JdbcClient jdbc;

	DatabaseMediaStore(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	@Override
	public String put(byte[] content) {
		String sha256 = sha256(content);
		this.jdbc
			.sql("insert into media_blob (sha256, content) values (:sha256, :content) on conflict (sha256) do nothing")
			.param("sha256", sha256)
			.param("content", content)
			.update();
		return sha256;
	}

	@Override
	public Optional<InputStream> open(String sha256) {
		return piece(sha256, 0).map((first) -> new Pieces(sha256, first));
	}

	@Override
	public void delete(String sha256) {
		this.jdbc.sql("delete from media_blob where sha256 = :sha256").param("sha256", sha256).update();
	}

	private Optional<byte[]> piece(String sha256, long offset) {
		return this.jdbc.sql("select substring(content from :start for :size) from media_blob where sha256 = :sha256")
			.param("start", (int) offset + 1)
			.param("size", PIECE)
			.param("sha256", sha256)
			.query(byte[].class)
			.optional();
	}

	private static String sha256(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Fetches the next piece when the one before has been read. */
	private final class Pieces extends InputStream {

		private final String sha256;

		private byte[] piece;

		private long offset;

		private int position;

		private Pieces(String sha256, byte[] first) {
			this.sha256 = sha256;
			this.piece = first;
		}

		@Override
		public int read() throws IOException {
			byte[] one = new byte[1];
			return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] target, int start, int length) throws IOException {
			if (length == 0) {
				return 0;
			}
			if (this.position == this.piece.length) {
				if (this.piece.length < PIECE) {
					return -1;
				}
				this.offset += this.piece.length;
				this.piece = piece(this.sha256, this.offset)
					.orElseThrow(() -> new FileNotFoundException("Deleted while it was read: " + this.sha256));
				this.position = 0;
				if (this.piece.length == 0) {
					return -1;
				}
			}
			int count = Math.min(length, this.piece.length - this.position);
			System.arraycopy(this.piece, this.position, target, start, count);
			this.position += count;
			return count;
		}

	}

}
