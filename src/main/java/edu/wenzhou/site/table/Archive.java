package edu.wenzhou.site.table;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import edu.wenzhou.site.table.TableRefusal.Reason;

/**
 * The ZIP archive that a workbook is, by the list at its end. Only parts that are asked
 * for are unpacked, and together no more than the limit, whatever the list says of their
 * size. Uploads that are handed on are looked at more strictly, since other programs may
 * see other parts in them; here nothing but the texts of cells goes on.
 */
final class Archive {

	/** A workbook has a dozen. */
	private static final int ENTRIES = 2_000;

	private static final int END_RECORD = 0x06054b50;

	private static final int END_RECORD_SIZE = 22;

	private static final int LONGEST_COMMENT = 0xffff;

	private static final int DIRECTORY_ENTRY = 0x02014b50;

	private static final int DIRECTORY_ENTRY_SIZE = 46;

	private static final int LOCAL_HEADER = 0x04034b50;

	private static final int LOCAL_HEADER_SIZE = 30;

	private static final int STORED = 0;

	private static final int DEFLATED = 8;

	private static final int ENCRYPTED = 1;

	private final ByteBuffer file;

	private final Map<String, Entry> entries = new HashMap<>();

	private int left;

	/**
	 * @param unpacked how large the parts may be that are asked for, in bytes
	 */
	Archive(byte[] content, int unpacked) throws TableRefusal {
		this.file = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
		this.left = unpacked;
		try {
			directory(end());
		}
		catch (IndexOutOfBoundsException ex) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
	}

	/** Null where there is none. */
	byte[] part(String name) throws TableRefusal {
		Entry entry = this.entries.get(name);
		if (entry == null) {
			return null;
		}
		try {
			require(this.file.getInt(entry.offset()) == LOCAL_HEADER);
			int start = entry.offset() + LOCAL_HEADER_SIZE + number(entry.offset() + 26) + number(entry.offset() + 28);
			require(start >= 0 && entry.size() >= 0 && entry.size() <= this.file.capacity() - start);
			return (entry.method() == STORED) ? stored(start, entry.size()) : inflated(start, entry.size());
		}
		catch (IndexOutOfBoundsException | DataFormatException ex) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
	}

	/** The last record; a comment may follow it. */
	private int end() throws TableRefusal {
		int first = Math.max(0, this.file.capacity() - END_RECORD_SIZE - LONGEST_COMMENT);
		for (int at = this.file.capacity() - END_RECORD_SIZE; at >= first; at--) {
			if (this.file.getInt(at) == END_RECORD) {
				return at;
			}
		}
		throw new TableRefusal(Reason.UNREADABLE);
	}

	private void directory(int end) throws TableRefusal {
		int count = number(end + 10);
		require(count <= ENTRIES);
		int at = this.file.getInt(end + 16);
		for (int i = 0; i < count; i++) {
			require(this.file.getInt(at) == DIRECTORY_ENTRY);
			int method = number(at + 10);
			require((number(at + 8) & ENCRYPTED) == 0 && (method == STORED || method == DEFLATED));
			byte[] name = new byte[number(at + 28)];
			this.file.get(at + DIRECTORY_ENTRY_SIZE, name);
			this.entries.put(new String(name, StandardCharsets.UTF_8),
					new Entry(method, this.file.getInt(at + 20), this.file.getInt(at + 42)));
			at += DIRECTORY_ENTRY_SIZE + name.length + number(at + 30) + number(at + 32);
		}
	}

	private byte[] stored(int start, int size) throws TableRefusal {
		count(size);
		byte[] part = new byte[size];
		this.file.get(start, part);
		return part;
	}

	private byte[] inflated(int start, int size) throws DataFormatException, TableRefusal {
		Inflater inflater = new Inflater(true);
		try {
			inflater.setInput(this.file.array(), start, size);
			ByteArrayOutputStream part = new ByteArrayOutputStream();
			byte[] buffer = new byte[64 * 1024];
			while (!inflater.finished()) {
				int read = inflater.inflate(buffer);
				require(read > 0 || inflater.finished());
				count(read);
				part.write(buffer, 0, read);
			}
			return part.toByteArray();
		}
		finally {
			inflater.end();
		}
	}

	private void count(int bytes) throws TableRefusal {
		this.left -= bytes;
		if (this.left < 0) {
			throw new TableRefusal(Reason.UNPACKED);
		}
	}

	private int number(int at) {
		return this.file.getShort(at) & 0xffff;
	}

	private static void require(boolean condition) throws TableRefusal {
		if (!condition) {
			throw new TableRefusal(Reason.UNREADABLE);
		}
	}

	/**
	 * What the list says of a part.
	 *
	 * @param size in the archive
	 * @param offset of its header
	 */
	private record Entry(int method, int size, int offset) {

	}

}
